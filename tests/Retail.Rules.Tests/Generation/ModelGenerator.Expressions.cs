using System;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Tests.Generation;

public sealed partial class ModelGenerator
{
    public Expression Expression() => Expression(random.Below(5));

    private Expression Expression(int depth) => depth == 0 ? Atom() : Compound(() => Expression(depth - 1), depth);

    /// <summary>What a text may print: no quotes and no braces, since it stands inside a quoted text.</summary>
    private Expression Hole() => random.Chance(60) ? Path() : Compound(Path, 0);

    private Expression Path()
    {
        Expression path = new NameExpression { Name = random.NameText() };
        for (var i = random.Below(3); i > 0; i--)
            path = new MemberExpression { Target = path, Member = new Identifier { Text = random.MemberText() } };
        return path;
    }

    private Expression Atom() => random.Below(11) switch
    {
        10 => new NumberLiteral { Value = random.Number(), Currency = random.One("EUR", "GBP", "XTS") },
        0 => new NumberLiteral { Value = random.Number(), IsPercent = random.Chance(40) },
        1 => new NumberLiteral { Value = random.Number(), Unit = random.One(TimeUnit.Day, TimeUnit.Hour, TimeUnit.Minute) },
        2 => new DateLiteral { Value = random.Date() },
        3 => new InstantLiteral { Value = random.Instant() },
        4 => new TextLiteral { Value = random.Text() },
        5 => new BooleanLiteral { Value = random.Chance(50) },
        6 => new UnknownLiteral(),
        7 => new ColumnValueExpression(),
        _ => Path(),
    };

    /// <summary>An expression around others; of depth 0 one without records.</summary>
    private Expression Compound(Func<Expression> inner, int depth) => random.Below(depth == 0 ? 12 : 13) switch
    {
        0 => new MemberExpression { Target = inner(), Member = new Identifier { Text = random.MemberText() } },
        1 => new CallExpression { Function = random.Name(), Arguments = random.Many(0, 3, inner) },
        2 => new UnaryExpression { Operator = random.One(UnaryOperator.Not, UnaryOperator.Negate), Operand = inner() },
        3 or 4 => new BinaryExpression { Operator = (BinaryOperator)random.Below(18), Left = inner(), Right = inner() },
        5 => new LogicalExpression { IsAnd = random.Chance(50), Operands = random.Many(2, 4, inner) },
        6 => new IsExpression { Operand = inner(), Test = random.One(StateTest.Known, StateTest.Unknown, StateTest.Empty), IsNegated = random.Chance(30) },
        7 => new OtherwiseExpression { Value = inner(), Fallback = inner() },
        8 => new IfExpression { Condition = inner(), Then = inner(), Else = inner() },
        9 => random.Chance(50)
            ? new IntervalExpression { Low = inner(), High = inner(), IncludesLow = random.Chance(50), IncludesHigh = random.Chance(50) }
            : new ListExpression { Items = random.Many(0, 3, inner) },
        10 => Aggregate(inner),
        11 => Split(inner),
        _ => Record(depth),
    };

    private AggregateExpression Aggregate(Func<Expression> inner)
    {
        var kind = (AggregateKind)random.Below(7);
        return new AggregateExpression
        {
            Kind = kind,
            Body = kind is AggregateKind.First or AggregateKind.Any or AggregateKind.Count ? null : inner(),
            Item = random.Name(),
            Source = inner(),
            Where = random.Maybe(50, inner),
        };
    }

    private SplitExpression Split(Func<Expression> inner) => new()
    {
        Total = inner(), Item = random.Name(), Source = inner(), Weight = inner(),
        Places = random.Chance(50) ? new NumberLiteral { Value = random.Below(19) } : null,
    };

    private RecordExpression Record(int depth)
    {
        var members = random.Many(0, 3, () => new RecordMember
        {
            Name = new Identifier { Text = random.MemberText() },
            Value = Expression(Math.Max(0, depth - 1)),
            OnlyIf = random.Maybe(25, () => Expression(Math.Max(0, depth - 1))),
            Comments = random.Comments(), TrailingComment = random.TrailingComment(),
        });
        return new RecordExpression { Members = members.GroupBy(member => member.Name.Text, StringComparer.Ordinal).Select(group => group.First()).ToList() };
    }
}
