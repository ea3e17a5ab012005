using System;
using System.Globalization;
using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Json;

/// <summary>
/// The expressions of one token or one path, which both forms of the JSON write as strings and which need no expression reader: names,
/// paths, numbers, percents, durations, dates, instants, <c>true</c>, <c>false</c>, <c>unknown</c> and <c>?</c>.
/// </summary>
internal static class AtomText
{
    private const string DateFormat = "yyyy-MM-dd";

    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Whether an expression is an atom, which <see cref="ExpressionText"/> writes.</summary>
    public static bool Is(Expression expression) => expression switch
    {
        NumberLiteral or DateLiteral or InstantLiteral or UnknownLiteral or ColumnValueExpression => true,
        UnaryExpression { Operator: UnaryOperator.Negate, Operand: NumberLiteral { Value: >= 0 } } => true,
        NameExpression name => NameSyntax.IsVerdict(name.Name),
        MemberExpression member => NameSyntax.IsMemberName(member.Member.Text) && IsTarget(member.Target),
        _ => false,
    };

    /// <summary>The atom that a text is; null if it is none, so that it takes an expression reader.</summary>
    public static Expression? Read(string text, TextSpan span)
    {
        if (NameSyntax.IsPath(text) || NameSyntax.IsVerdict(text))
            return ReadPath(text, span);
        switch (text)
        {
            case "unknown":
                return new UnknownLiteral { Span = span };
            case "true":
            case "false":
                return new BooleanLiteral { Value = text == "true", Span = span };
            case "?":
                return new ColumnValueExpression { Span = span };
        }
        if (text.Length > 1 && text[0] == '-' && ReadNumber(text.Substring(1), span) is { } number)
            return new UnaryExpression { Operator = UnaryOperator.Negate, Operand = number, Span = span };
        return (Expression?)ReadNumber(text, span) ?? (Expression?)ReadDate(text, span) ?? ReadInstant(text, span);
    }

    /// <summary>A date as rules write it; null for anything else.</summary>
    public static DateLiteral? ReadDate(string text, TextSpan span) =>
        DateTime.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new DateLiteral { Value = date, Span = span }
            : null;

    /// <summary>A number, percent, duration or amount in a currency, without a sign; null for anything else, such as an exponent or more digits than a decimal has.</summary>
    public static NumberLiteral? ReadNumber(string text, TextSpan span)
    {
        var isPercent = text.EndsWith("%", StringComparison.Ordinal);
        var currency = text.Length > 4 && text[text.Length - 4] == ' ' && NameSyntax.IsCurrency(text.Substring(text.Length - 3)) ? text.Substring(text.Length - 3) : null;
        var (digits, unit) = isPercent ? (text.Substring(0, text.Length - 1), null)
            : currency is null ? SplitUnit(text)
            : (text.Substring(0, text.Length - 4), null);
        return ReadDigits(digits) is { } value
            ? new NumberLiteral { Value = value, IsPercent = isPercent, Unit = unit, Currency = currency, Span = span }
            : null;
    }

    private static bool IsTarget(Expression target) => target is MemberExpression or NameExpression { Name: not NameSyntax.ReApprove } && Is(target);

    private static Expression ReadPath(string text, TextSpan span)
    {
        var isExact = span.Length == text.Length;
        var parts = text.Split('.');
        var end = parts[0].Length;
        Expression path = new NameExpression { Name = parts[0], Span = Part(0, end) };
        foreach (var part in parts.Skip(1))
        {
            var member = new Identifier { Text = part, Span = Part(end + 1, end + 1 + part.Length) };
            end += part.Length + 1;
            path = new MemberExpression { Target = path, Member = member, Span = Part(0, end) };
        }
        return path;

        TextSpan Part(int from, int to) => isExact ? TextSpan.FromBounds(span.Start + from, span.Start + to) : span;
    }

    /// <summary>An instant names its offset: one without would mean the machine's own zone.</summary>
    private static InstantLiteral? ReadInstant(string text, TextSpan span) =>
        text.Length > 16 && (text[text.Length - 1] == 'Z' || text[text.Length - 6] is '+' or '-')
        && DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? new InstantLiteral { Value = instant, Span = span }
            : null;

    private static (string Digits, TimeUnit? Unit) SplitUnit(string text)
    {
        foreach (var unit in new[] { TimeUnit.Day, TimeUnit.Hour, TimeUnit.Minute })
        {
            var word = " " + unit.ToString().ToLowerInvariant();
            if (text.EndsWith(word, StringComparison.Ordinal))
                return (text.Substring(0, text.Length - word.Length), unit);
            if (text.EndsWith(word + "s", StringComparison.Ordinal))
                return (text.Substring(0, text.Length - word.Length - 1), unit);
        }
        return (text, null);
    }

    /// <summary>Digits, grouped by <c>_</c> if at all, with an optional fraction, every one of which a decimal can keep.</summary>
    private static decimal? ReadDigits(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isInside = i > 0 && i < text.Length - 1 && IsDigit(text[i - 1]) && IsDigit(text[i + 1]);
            if (!IsDigit(text[i]) && !(isInside && (text[i] is '.' or '_')))
                return null;
        }
        var digits = text.Replace("_", "");
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return null;
        var significant = digits.TrimStart('0');
        if (significant.Length == 0 || significant[0] == '.')
            significant = "0" + significant;
        return value.ToString(CultureInfo.InvariantCulture) == significant ? value : null;
    }

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
