using System;
using Retail.Rules.Diagnostics;
using Retail.Rules.Dsl.Parsing;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Lexing;

internal sealed partial class Lexer
{
    private void NumberOrDate()
    {
        if (LooksLikeDate())
            Date();
        else
            Number();
    }

    /// <summary>Four digits, then twice a dash with one or two digits: no author subtracts so.</summary>
    private bool LooksLikeDate()
    {
        var offset = DigitsFrom(0);
        if (offset != 4)
            return false;
        for (var part = 0; part < 2; part++)
        {
            if (At(offset) != '-')
                return false;
            var digits = DigitsFrom(offset + 1);
            if (digits is 0 or > 2)
                return false;
            offset += 1 + digits;
        }
        return true;
    }

    private int DigitsFrom(int offset)
    {
        var count = 0;
        while (Characters.IsDigit(At(offset + count)))
            count++;
        return count;
    }

    private void Date()
    {
        var start = position;
        while (Characters.ContinuesName(At(0)) || (At(0) == '-' && Characters.IsDigit(At(1))))
            position++;
        var hasTime = text.IndexOf('T', start, position - start) >= 0;
        if (hasTime)
            TimeOfDay();
        var written = text.Substring(start, position - start);
        var span = TextSpan.FromBounds(start, position);
        if (hasTime && !LiteralValues.TryInstant(written, out _))
            diagnostics.Report(SyntaxDiagnostics.BadDate, span, Excerpt.Of(written), "an instant", "write day, time and zone, as 2026-10-16T06:00Z or 2026-10-16T08:00+02:00");
        else if (!hasTime && !LiteralValues.TryDate(written, out _))
            diagnostics.Report(SyntaxDiagnostics.BadDate, span, Excerpt.Of(written), "a day of the calendar", "write year, month and day, as 2026-10-16");
        Add(hasTime ? SyntaxKind.Instant : SyntaxKind.Date, start);
    }

    /// <summary>The rest of an instant after its hour: minutes, seconds, a fraction and the zone.</summary>
    private void TimeOfDay()
    {
        while (Characters.ContinuesName(At(0))
               || (At(0) is ':' or '+' or '-' or '.' && Characters.IsDigit(At(1))))
            position++;
    }

    private void Number()
    {
        var start = position;
        DigitGroups();
        var hasCommas = TakeThousands(start);
        if (At(0) == '.' && Characters.IsDigit(At(1)))
        {
            position++;
            DigitGroups();
        }
        var isGlued = Characters.ContinuesName(At(0));
        var wordStart = position;
        while (Characters.ContinuesName(At(0)))
            position++;
        var number = text.Substring(start, wordStart - start);
        var written = text.Substring(start, position - start);
        if (hasCommas)
            ReportThousands(start);
        else if (isGlued || !LiteralValues.TryNumber(written, out _))
            ReportBadNumber(start, written, number, text.Substring(wordStart, position - wordStart));
        var isPercent = At(0) == '%';
        if (isPercent)
            position++;
        Add(isPercent ? SyntaxKind.Percent : SyntaxKind.Number, start);
    }

    /// <summary>
    /// Groups of three digits after commas that touch them: what a merchant means by 1,500. Read as two numbers it would be a list, or two
    /// tests of a cell, without a word.
    /// </summary>
    private bool TakeThousands(int start)
    {
        if (position - start > 3)
            return false;
        var end = position;
        while (At(0) == ',' && DigitsFrom(1) == 3)
            position += 4;
        return position > end;
    }

    private void ReportThousands(int start)
    {
        var span = TextSpan.FromBounds(start, position);
        var grouped = text.Substring(start, position - start).Replace(',', '_');
        diagnostics.Report(new CodeFix("write " + grouped, new TextEdit(span, grouped)), SyntaxDiagnostics.CommaInNumber, span, grouped.Replace('_', ','), grouped);
    }

    private void DigitGroups()
    {
        while (Characters.IsDigit(At(0)) || At(0) == '_')
            position++;
    }

    private void ReportBadNumber(int start, string written, string number, string word)
    {
        var span = TextSpan.FromBounds(start, position);
        if (UnitWords.TryParse(word, out _) && LiteralValues.TryNumber(number, out _))
        {
            var spaced = number + " " + word;
            diagnostics.Report(new CodeFix("write " + spaced, new TextEdit(span, spaced)), SyntaxDiagnostics.BadNumber, span, Excerpt.Of(written), "write `" + spaced + "`");
        }
        else if (word.Length == 0 && LiteralValues.HasTooManyDigits(number))
            diagnostics.Report(SyntaxDiagnostics.BadNumber, span, Excerpt.Of(written), "a number has at most 28 digits");
        else
            diagnostics.Report(SyntaxDiagnostics.BadNumber, span, Excerpt.Of(written), "write digits, `_` between groups of them, and `.` before decimals, as 12_500.00");
    }
}
