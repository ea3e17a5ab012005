using System.Linq;
using NUnit.Framework;
using Retail.Rules.Diagnostics;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Parsing;

/// <summary>A fix, applied, leaves nothing to find.</summary>
[TestFixture]
public sealed class CodeFixTests
{
    [TestCase("define x = a == b", "define x = a = b")]
    [TestCase("define x = a != b", "define x = a <> b")]
    [TestCase("define x = a && b", "define x = a and b")]
    [TestCase("define x = a || b", "define x = a or b")]
    [TestCase("define x = !a", "define x = not a")]
    [TestCase("define x = a => b", "define x = a >= b")]
    [TestCase("define x = a =< b", "define x = a <= b")]
    [TestCase("define x = a is not in b", "define x = a not in b")]
    [TestCase("define x = a is null", "define x = a is unknown")]
    [TestCase("define x = a not = b", "define x = a <> b")]
    [TestCase("define x = 25 %", "define x = 25%")]
    [TestCase("define x = 7days", "define x = 7 days")]
    [TestCase("define x = 'it is'", "define x = \"it is\"")]
    [TestCase("# note\ndefine x = 1", "// note\ndefine x = 1")]
    [TestCase("define x = a and any f in fs where f.b", "define x = a and (any f in fs where f.b)")]
    [TestCase("define x = 1 + split t over l in ls by w", "define x = 1 + (split t over l in ls by w)")]
    [TestCase("table t\n  | a |   || b |\n  | 1 | 2 || 3 |", null)]
    [TestCase("table t\n  | a || b |\n  |   || 3 |", "table t\n  | a || b |\n  | - || 3 |")]
    [TestCase("table t\n  | a || b |\n  | 1 ||   |", "table t\n  | a || b |\n  | 1 || - |")]
    public void The_fix_of_a_finding_settles_it(string text, string? expected)
    {
        const string Header = "ruleset a.b version \"1\"\n";
        var diagnostics = RulesText.Parse(new SourceText(Header + text)).Diagnostics;
        Assert.That(diagnostics, Has.Count.EqualTo(1));

        var fix = diagnostics[0].Fixes.SingleOrDefault();

        Assert.That(fix is null, Is.EqualTo(expected is null));
        if (fix is null)
            return;
        var repaired = fix.Edits.OrderByDescending(edit => edit.Span.Start)
            .Aggregate(Header + text, (current, edit) => current.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText));
        Assert.That(repaired, Is.EqualTo(Header + expected));
        Assert.That(RulesText.Parse(new SourceText(repaired)).Diagnostics, Is.Empty);
    }

    [TestCase("define most = 25\nrule R \"t\"\n  when depth > most then note", "define most = 25%\nrule R \"t\"\n  when depth > most then note")]
    [TestCase("table most hit first\n  | n || p   |\n  | 1 || 0.3 |\n  | - || r   |\nrule R \"t\"\n  when depth > most then note",
        "table most hit first\n  | n || p   |\n  | 1 || 30% |\n  | - || r   |\nrule R \"t\"\n  when depth > most then note")]
    [TestCase("table t hit first\n  | n   || p |\n  | 2-3 || 1 |\n  | -   || 2 |\noutput t", "table t hit first\n  | n   || p |\n  | [2..3] || 1 |\n  | -   || 2 |\noutput t")]
    [TestCase("output x = convert(fee, EUR, r)", "output x = fee")]
    public void The_fix_of_a_finding_about_meaning_settles_it(string text, string? expected)
    {
        const string Header = "ruleset a.b version \"1\"\ncurrency GBP\ninput depth : percent\ninput n, r : number\ninput fee : money in EUR\n";
        var error = RulesText.Compile(new SourceText(Header + text)).Diagnostics.Single(found => found.Severity == DiagnosticSeverity.Error);
        var fix = error.Fixes.SingleOrDefault();

        Assert.That(fix is null, Is.EqualTo(expected is null));
        if (fix is null)
            return;
        var edit = fix.Edits.Single();
        var repaired = (Header + text).Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        Assert.That(repaired, Is.EqualTo(Header + expected));
        Assert.That(RulesText.Compile(new SourceText(repaired)).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error), Is.Empty);
    }

    [TestCase("t * net / total", "t * (net / total)")]
    [TestCase("2 * t * net / (net + total)", "2 * t * (net / (net + total))")]
    [TestCase("(t * net) / total + t", "t * (net / total) + t")]
    [TestCase("t * net", null)]
    [TestCase("t * net / 2", null)]
    public void A_share_of_an_amount_is_offered_with_its_division_first(string expression, string? expected)
    {
        const string Header = "ruleset a.b version \"1\"\ninput t, net : money\ninput total : money = 1.00\noutput both = net + t + total\noutput share = ";
        var found = RulesText.Compile(new SourceText(Header + expression)).Diagnostics.Single();
        Assert.That(found.Code, Is.EqualTo("RR0203"));
        Assert.That(found.Advice, Does.StartWith(expected is null ? "multiply by a number or a percent" : "divide first: `"));
        if (expected is null)
        {
            Assert.That(found.Fixes, Is.Empty);
            return;
        }
        var edit = found.Fixes.Single().Edits.Single();
        var repaired = (Header + expression).Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        Assert.That(repaired, Is.EqualTo(Header + expected));
        Assert.That(RulesText.Compile(new SourceText(repaired)).Diagnostics, Is.Empty);
    }
}
