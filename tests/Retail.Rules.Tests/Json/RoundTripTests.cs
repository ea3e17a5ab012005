using System;
using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Diagnostics;
using Retail.Rules.Json;
using Retail.Rules.Model;
using Retail.Rules.Tests.Generation;
using Retail.Rules.Text;

namespace Retail.Rules.Tests.Json;

[TestFixture]
public class RoundTripTests
{
    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public void Reading_what_was_written_as_trees_gives_the_same_model(int seed)
    {
        var model = new ModelGenerator(seed).Definition();

        var json = RuleSetJson.Write(model);
        var read = RuleSetJson.Read(new SourceText(json));

        Assert.That(read.Diagnostics.Select(diagnostic => diagnostic.ToString()), Is.Empty, json);
        Assert.That(ModelDump.Of(read.Definition), Is.EqualTo(ModelDump.Of(model)), json);
    }

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public void Reading_what_was_written_as_text_gives_the_same_model(int seed)
    {
        var model = new ModelGenerator(seed).Definition();
        var options = new RuleSetJsonOptions { Expressions = ExpressionForm.Text, ExpressionReader = new RememberingReader(model) };

        var json = RuleSetJson.Write(model, options);
        var read = RuleSetJson.Read(new SourceText(json), options);

        Assert.That(read.Diagnostics.Select(diagnostic => diagnostic.ToString()), Is.Empty, json);
        Assert.That(ModelDump.Of(read.Definition), Is.EqualTo(ModelDump.Of(model)), json);
    }

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public void Writing_is_a_function_of_the_model(int seed)
    {
        var json = RuleSetJson.Write(new ModelGenerator(seed).Definition());

        Assert.That(RuleSetJson.Write(RuleSetJson.Read(new SourceText(json)).Definition!), Is.EqualTo(json));
    }

    [Test]
    public void The_generator_makes_every_kind_of_declaration_and_expression()
    {
        var dumps = string.Concat(Enumerable.Range(0, 300).Select(seed => ModelDump.Of(new ModelGenerator(seed).Definition())));
        var kinds = typeof(ModelNode).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ModelNode)) && !type.IsAbstract).Select(type => type.Name);

        Assert.That(kinds.Where(kind => !dumps.Contains(kind + "\n", StringComparison.Ordinal)), Is.Empty);
    }

    /// <summary>Stands in for the grammar: it knows the texts of one model's expressions, and finds two that were written alike.</summary>
    private sealed class RememberingReader : IExpressionReader
    {
        private readonly Dictionary<string, Expression> expressions = new(StringComparer.Ordinal);

        public RememberingReader(RuleSetDefinition model) => Remember(model);

        public Expression? Read(SourceText source, TextSpan span, string text, ICollection<Diagnostic> diagnostics) =>
            expressions.TryGetValue(text, out var expression) ? expression : null;

        private void Remember(object? value)
        {
            if (value is Expression expression)
            {
                Remember(ExpressionText.Of(expression), expression);
                Remember(ExpressionText.OfSum(expression), expression);
            }
            if (value is IEnumerable<object> items)
                items.ToList().ForEach(Remember);
            else if (value is ModelNode)
                value.GetType().GetProperties().Where(property => property.PropertyType != typeof(SourceText)).ToList().ForEach(property => Remember(property.GetValue(value)));
        }

        private void Remember(string text, Expression expression)
        {
            if (expressions.TryGetValue(text, out var other))
                Assert.That(WithoutComments(expression), Is.EqualTo(WithoutComments(other)), text);
            else
                expressions.Add(text, expression);
        }

        private static string WithoutComments(Expression expression) =>
            string.Join("\n", ModelDump.Of(expression).Split('\n').Where(line => !line.Contains("Comment", StringComparison.Ordinal) && !line.TrimStart().StartsWith('"') && line.Trim() != "]"));
    }
}
