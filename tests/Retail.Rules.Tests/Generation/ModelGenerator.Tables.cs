using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Tests.Generation;

public sealed partial class ModelGenerator
{
    private TableDeclaration Table()
    {
        var inputs = random.Many(0, 2, () => new Column { Head = Expression(), Type = random.Maybe(30, random.Type) });
        var outputs = random.Many(1, 2, () => new Column { Head = new NameExpression { Name = random.NameText() }, Type = random.Maybe(30, random.Type), Within = random.Maybe(30, Expression) });
        var rows = random.Many(1, 3, () => Row(inputs.Count, outputs.Count, false));
        if (inputs.Count > 0 && random.Chance(30))
            rows.Add(Row(0, outputs.Count, true));
        var isWritten = random.Chance(60);
        var policy = isWritten ? (HitPolicy)random.Below(7) : HitPolicy.Unique;
        return new TableDeclaration
        {
            Name = random.Name(),
            Parameters = random.Chance(30) ? random.Many(1, 2, Parameter) : [],
            HitPolicy = policy,
            HitPolicyIsWritten = isWritten,
            Aggregation = policy == HitPolicy.Collect ? (CollectAggregation)random.Below(5) : CollectAggregation.None,
            OverridableBy = random.Chance(30) ? random.Names(1) : [],
            Effective = Window(),
            Inputs = inputs,
            Outputs = outputs,
            Rows = rows,
            Documentation = random.Documentation(), Comments = random.Comments(), TrailingComment = random.TrailingComment(),
        };
    }

    private SetTableDeclaration SetTable()
    {
        var inputs = random.Many(0, 2, () => new Column { Head = Expression() });
        var outputs = random.Many(1, 2, () => new Column { Head = new NameExpression { Name = random.NameText() } });
        var isOtherwise = inputs.Count > 0 && random.Chance(20);
        return new SetTableDeclaration
        {
            Name = random.Name(),
            Inputs = inputs,
            Outputs = outputs,
            Rows = random.Many(1, 3, () => Row(isOtherwise ? 0 : inputs.Count, outputs.Count, isOtherwise)),
            Documentation = random.Documentation(), Comments = random.Comments(), TrailingComment = random.TrailingComment(),
        };
    }

    private TableRow Row(int cells, int values, bool isOtherwise) => new()
    {
        IsOtherwise = isOtherwise,
        Cells = random.Many(cells, cells, Cell),
        Values = Enumerable.Range(0, values).Select(_ => random.Maybe(80, Expression)).ToList(),
        Effective = Window(),
        Comments = random.Comments(), TrailingComment = random.TrailingComment(),
    };

    private Cell Cell() =>
        random.Chance(20) ? new Cell { Tests = [] } : new Cell { IsNegated = random.Chance(25), Tests = random.Many(1, 3, Test) };

    private CellTest Test() => random.Chance(50)
        ? new CellTest { Value = Expression() }
        : new CellTest { Operator = (BinaryOperator)((int)BinaryOperator.Equal + random.Below(6)), Value = Expression() };

    private SelectDeclaration Select() => new()
    {
        Name = random.Name(),
        Item = random.Name(),
        Source = Expression(),
        Key = Expression(),
        Defines = random.Many(0, 2, Define),
        Exclusions = random.Many(0, 2, () => new Exclusion
        {
            Id = random.Name(), Title = random.Title(), When = Expression(), Comments = random.Comments(), TrailingComment = random.TrailingComment(),
        }),
        Scores = random.Many(0, 2, () => new ScoreItem
        {
            Points = Expression(), When = random.Maybe(50, Expression), Comments = random.Comments(), TrailingComment = random.TrailingComment(),
        }),
        Prefer = random.Maybe(40, Expression),
        RankKeys = random.Many(1, 3, () => new RankKey { Value = Expression(), IsDescending = random.Chance(50) }),
        Documentation = random.Documentation(), Comments = random.Comments(), TrailingComment = random.TrailingComment(),
    };
}
