using System;
using System.Globalization;
using System.Text.Json;
using Retail.Rules.Evaluation;
using Retail.Rules.Facts;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Batch;

/// <summary>Reads the cells of one column of CSV. Not thread-safe.</summary>
internal sealed class CellReader
{
    /// <summary>Up to so many characters a parsed number that has room for more digits is the written one.</summary>
    private const int MostPlaces = 28;

    private readonly RuleSet ruleSet;
    private readonly RuleType type;
    private readonly RepeatedTexts<char> texts;

    public CellReader(RuleSet ruleSet, RuleType type)
    {
        this.ruleSet = ruleSet;
        this.type = type;
        texts = new RepeatedTexts<char>(type, (characters, length) => new string(characters, 0, length));
    }

    /// <summary>The value; absent for an empty cell, unknown for what does not fit, which is logged.</summary>
    public Value Read(ReadOnlySpan<char> cell, Frame frame)
    {
        if (cell.IsEmpty)
            return Value.Absent;
        if (type.IsNumeric && cell.Length <= MostPlaces && IsPlainNumber(cell)
            && decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && FactNumbers.IsSurelyExact(number))
            return FactValues.FromDecimal(number, type, frame.FactLog);
        if (type.Kind == TypeKind.Boolean && bool.TryParse(cell, out var flag))
            return Value.Of(flag);
        return type.Kind is TypeKind.List or TypeKind.Record || (type.Kind == TypeKind.Money && cell[0] == '{') ? ReadJson(cell, frame) : texts.Read(cell, frame);
    }

    /// <summary>Digits with a sign and a point, as JSON writes them; anything else is left to the reader of texts.</summary>
    private static bool IsPlainNumber(ReadOnlySpan<char> cell) => !cell.ContainsAnyExcept("0123456789.-+");

    private Value ReadJson(ReadOnlySpan<char> cell, Frame frame)
    {
        if (cell.IsWhiteSpace())
            return Value.Absent;
        try
        {
            // The values refer to strings of their own, not to the document.
            using var document = JsonDocument.Parse(cell.ToString(), new JsonDocumentOptions { MaxDepth = ruleSet.Limits.MaxDepth });
            return ruleSet.JsonFacts.Read(document.RootElement, type, frame);
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            return FactProblems.Refuse(FactProblems.Quote(cell.ToString()), type, frame.FactLog);
        }
    }
}
