using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Diagnostics;
using Retail.Rules.Dsl.Tests.Generation;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Formatting;

[TestFixture]
public sealed class RoundTripTests
{
    [TestCaseSource(typeof(Books), nameof(Books.Paths))]
    public void A_book_written_and_read_again_is_the_same_model(string path)
    {
        var definition = RulesText.Parse(Books.Read(path)).Definition!;

        var text = RulesText.Write(definition);

        AssertSame(definition, Read(text), text);
        Assert.That(RulesText.Write(Read(text)), Is.EqualTo(text), "writing is idempotent");
    }

    [FsCheck.NUnit.Property(Arbitrary = [typeof(ModelArbitraries)], MaxTest = 2000)]
    public void Any_model_written_and_read_again_is_the_same(RuleSetDefinition definition)
    {
        var text = RulesText.Write(definition);

        var read = Read(text);

        AssertSame(definition, read, text);
        Assert.That(RulesText.Write(read), Is.EqualTo(text), "writing is idempotent");
    }

    [FsCheck.NUnit.Property(Arbitrary = [typeof(ModelArbitraries)], MaxTest = 5000)]
    public void Any_expression_written_and_read_again_is_the_same(Expression expression)
    {
        var text = RulesText.WriteExpression(expression);
        var diagnostics = new List<Diagnostic>();

        var read = new RulesExpressionReader().Read(new SourceText(text), new TextSpan(0, text.Length), text, diagnostics);

        Assert.That(diagnostics.Select(diagnostic => diagnostic.ToString()), Is.Empty, text);
        Assert.That(WithoutComments(ModelDump.Of(read)), Is.EqualTo(WithoutComments(ModelDump.Of(expression))), text);
    }

    private static RuleSetDefinition Read(string text)
    {
        var result = RulesText.Parse(new SourceText(text));
        Assert.That(string.Join("\n", result.Diagnostics.Select(diagnostic => diagnostic.ToString())), Is.Empty, text);
        return result.Definition!;
    }

    private static void AssertSame(RuleSetDefinition expected, RuleSetDefinition actual, string text) =>
        Assert.That(ModelDump.Of(actual), Is.EqualTo(ModelDump.Of(expected)), text);

    /// <summary>An expression on one line has no place for the comments of record members.</summary>
    private static string WithoutComments(string dump)
    {
        var lines = dump.Split('\n').ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].TrimStart();
            if (text.StartsWith("TrailingComment:", System.StringComparison.Ordinal))
                lines[i] = "";
            else if (text.StartsWith("Comments:", System.StringComparison.Ordinal))
            {
                lines[i] = "";
                while (i + 1 < lines.Count && lines[i + 1].TrimStart().StartsWith("- \"", System.StringComparison.Ordinal))
                    lines[++i] = "";
            }
        }
        return string.Join("\n", lines.Where(line => line.Length > 0));
    }
}
