using System.Linq;
using NUnit.Framework;
using Retail.Rules.Indexing;
using Retail.Rules.Planning;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Tests.Indexing;

/// <summary>Which rows an index takes for alike.</summary>
[TestFixture]
public class IndexBuilderTests
{
    /// <summary>65,536 apart: numbers that are the same in 16 bits.</summary>
    [Test]
    public void Rows_of_different_operands_are_of_different_groups_however_many_operands_there_are()
    {
        IndexOperand[] operands = [Operand(5), Operand(5 + 65_536)];
        var builder = new IndexBuilder(null!, rowsWorthIndexing: 2);
        for (var i = 0; i < 8; i++)
            builder.Add(ConditionRow.Of(new ConditionPart(IndexTest.Compare(operands[i % 2], Model.BinaryOperator.Equal, new Value((decimal)i), true))), i, 0);

        var index = builder.Build(0, operands)!;

        Assert.That(index.Groups.Select(group => group.Keys.Single()), Is.EqualTo(operands));
    }

    private static IndexOperand Operand(int number) => new(number, new SlotNode(RuleType.Number, number), canFault: false);
}
