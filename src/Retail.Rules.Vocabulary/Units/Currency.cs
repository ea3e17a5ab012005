using System;
using System.Text.Json.Serialization;

namespace Retail.Rules.Vocabulary;

/// <summary>A currency by its ISO 4217 code. Immutable and thread-safe; the default value is no currency and equals only itself.</summary>
[JsonConverter(typeof(CurrencyJsonConverter))]
public readonly record struct Currency
{
    private readonly string? code;

    /// <summary>Names a currency.</summary>
    /// <param name="code">Three capital letters, such as <c>EUR</c>. Whether ISO 4217 lists them is not checked: the list changes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not three capital letters.</exception>
    public Currency(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 3 || !char.IsAsciiLetterUpper(code[0]) || !char.IsAsciiLetterUpper(code[1]) || !char.IsAsciiLetterUpper(code[2]))
            throw new ArgumentException("a currency is three capital letters of ISO 4217, such as EUR, not `" + code + "`", nameof(code));
        this.code = code;
    }

    /// <summary>The three letters; empty for the default value.</summary>
    public string Code => code ?? "";

    /// <summary>
    /// How many decimal places its smallest unit has: 0 (yen), 2 (cent) or 3 (fils).
    /// Source: ISO 4217 list one, column minor unit; codes that it does not list have 2.
    /// </summary>
    public int MinorUnitPlaces => Code switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    /// <summary>The code.</summary>
    /// <returns><see cref="Code"/>.</returns>
    public override string ToString() => Code;
}
