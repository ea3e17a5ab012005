using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using NUnit.Framework;
using Retail.Rules.Composition;
using Retail.Rules.Model;
using Retail.Rules.Tests.Generation;

namespace Retail.Rules.Tests.Composition;

/// <summary>
/// What a ruleset needs of a vocabulary is found by the names that its declarations read. Members are found by reflection here, so that one that is
/// added to the model and forgotten there fails this test.
/// </summary>
[TestFixture]
public sealed class NamesTests
{
    [FsCheck.NUnit.Property(MaxTest = 300)]
    public void Every_name_in_a_declaration_is_read(int seed)
    {
        foreach (var declaration in new ModelGenerator(seed).Definition().Declarations.Where(declaration => declaration is not (FactsDeclaration or ExampleDeclaration)))
            Assert.That(NamesIn(declaration).Where(name => !Names.Read(declaration).Contains(name)), Is.Empty, declaration.GetType().Name);
    }

    [FsCheck.NUnit.Property(MaxTest = 100)]
    public void Facts_and_examples_read_nothing(int seed) =>
        Assert.That(new ModelGenerator(seed).Definition().Declarations.Where(declaration => declaration is FactsDeclaration or ExampleDeclaration).SelectMany(Names.Read), Is.Empty);

    private static IEnumerable<string> NamesIn(object? value) => value switch
    {
        null or string => [],
        IEnumerable items => items.Cast<object?>().SelectMany(NamesIn),
        // The head of an output column is its name.
        TableDeclaration table => NamesIn(table.Inputs).Concat(NamesIn(table.Rows)).Concat(NamesIn(table.Parameters)).Concat(table.Outputs.SelectMany(column => NamesIn(column.Type).Concat(NamesIn(column.Within)))),
        SetTableDeclaration table => NamesIn(table.Inputs.Select(column => column.Head)).Concat(NamesIn(table.Rows)),
        ModelNode node => Own(node).Concat(node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => NamesIn(property.GetValue(node)))),
        _ => [],
    };

    private static IEnumerable<string> Own(ModelNode node) => node switch
    {
        NameExpression name => [name.Name],
        CallExpression call => [call.Function.Text],
        TypeReference type => [type.Name.Text],
        _ => [],
    };
}
