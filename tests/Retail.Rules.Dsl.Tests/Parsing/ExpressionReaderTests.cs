using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Parsing;

[TestFixture]
public sealed class ExpressionReaderTests
{
    [Test]
    public void Places_in_a_string_without_escapes_are_places_in_the_document()
    {
        var source = new SourceText("{ \"when\": \"a > b + 1\" }", "b.json");
        var diagnostics = new List<Diagnostic>();

        var read = (BinaryExpression)new RulesExpressionReader().Read(source, new TextSpan(11, 9), "a > b + 1", diagnostics)!;

        Assert.That(diagnostics, Is.Empty);
        Assert.That(source.GetText(read.Span), Is.EqualTo("a > b + 1"));
        Assert.That(source.GetText(read.Right.Span), Is.EqualTo("b + 1"));
    }

    [Test]
    public void Places_in_a_string_with_escapes_are_the_whole_string()
    {
        var source = new SourceText("{ \"when\": \"a = \\\"x\\\"\" }", "b.json");
        var diagnostics = new List<Diagnostic>();

        var read = (BinaryExpression)new RulesExpressionReader().Read(source, new TextSpan(11, 9), "a = \"x\"", diagnostics)!;

        Assert.That(diagnostics, Is.Empty);
        Assert.That(read.Right.Span, Is.EqualTo(new TextSpan(11, 9)));
    }

    [TestCase("", "b.json(1,12): error RR0001: a value is expected here, not the end of the expression. write a name, a number, a text, or an expression in parentheses")]
    [TestCase("a == b", "b.json(1,14): error RR0013: `==` is not written so here. write `=`")]
    [TestCase("a b", "b.json(1,14): error RR0001: an operator or the end of the expression is expected here, not `b`. a value ends here, and what follows belongs to nothing")]
    public void A_mistake_is_shown_in_the_document_without_a_fix(string text, string message)
    {
        var source = new SourceText("{ \"when\": \"" + text + "\" }", "b.json");
        var diagnostics = new List<Diagnostic>();

        var read = new RulesExpressionReader().Read(source, new TextSpan(11, text.Length), text, diagnostics);

        Assert.That(read, Is.Null);
        Assert.That(diagnostics.Single().ToString(), Is.EqualTo(message));
        Assert.That(diagnostics.Single().Fixes, Is.Empty);
    }
}
