using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Tests.Generation;

internal sealed partial class ModelGenerator
{
    private static readonly string[] ExpectWords = ["rules", "approvers", "conditions", "missing", "outputs"];

    private EnumDeclaration Enum() => new()
    {
        Name = AnyName(),
        Kind = Of(System.Enum.GetValues<EnumKind>()),
        Members = Many(1, 30, () => Id(Chance(20) ? Of("infant-formula", "first", "2x", "none", "") : Name())),
        Documentation = Documentation(),
        Comments = Comments(),
        TrailingComment = Trailing(),
    };

    private TypeDeclaration Type() => new()
    {
        Name = AnyName(),
        Fields = Many(0, 4, () => new FieldGroup
        {
            Names = Many(1, 3, MemberName),
            Type = TypeReference(),
            Default = Maybe(() => Expression(2)),
            Comments = Comments(),
            TrailingComment = Trailing(),
        }),
        Documentation = Documentation(),
        Comments = Comments(),
        TrailingComment = Trailing(),
    };

    private InputDeclaration Input()
    {
        var choice = random.Next(3);
        return new InputDeclaration
        {
            Names = Many(1, 4, AnyName),
            Type = TypeReference(),
            Default = choice == 1 ? Expression(2) : null,
            RequiredWhen = choice == 2 ? Expression(3) : null,
            IsCritical = Chance(20),
            Documentation = Documentation(),
            Comments = Comments(),
            TrailingComment = Trailing(),
        };
    }

    private ParamDeclaration Param() => new()
    {
        Name = AnyName(),
        Type = TypeReference(),
        Value = Expression(2),
        Tighter = Of(System.Enum.GetValues<TighterDirection>()),
        Within = Maybe(() => Expression(2)),
        Owner = Maybe(AnyName),
        OverridableBy = Many(0, 2, AnyName),
        Effective = Window(),
        Documentation = Documentation(),
        Comments = Comments(),
        TrailingComment = Trailing(),
    };

    private SetDeclaration Set() => new()
    {
        Name = AnyName(),
        Value = Expression(2),
        Documentation = Documentation(),
        Comments = Comments(),
        TrailingComment = Trailing(),
    };

    private SetTableDeclaration SetTable()
    {
        var inputs = random.Next(0, 3);
        return new SetTableDeclaration
        {
            Name = AnyName(),
            Inputs = Many(inputs, inputs, () => new Column { Head = Expression(2, Without.Comments) }),
            Outputs = [new Column { Head = new NameExpression { Name = Name() } }],
            Rows = Many(1, 3, () => Row(inputs, 1, inputs > 0 && Chance(20))),
            Documentation = Documentation(),
            Comments = Comments(),
            TrailingComment = Trailing(),
        };
    }

    private DefineDeclaration Define(int depth) => new()
    {
        Name = AnyName(),
        Parameters = Many(0, 2, Parameter),
        Type = Maybe(TypeReference),
        Body = Expression(depth),
        OnlyIf = Maybe(() => Expression(depth - 1)),
        Documentation = Documentation(),
        Comments = Comments(),
        TrailingComment = Trailing(),
    };

    private ScoreDeclaration Score() => new()
    {
        Name = AnyName(),
        Type = Maybe(TypeReference),
        Body = Expression(3),
        OnlyIf = Expression(3),
        Documentation = Documentation(),
        Comments = Comments(),
        TrailingComment = Trailing(),
    };

    private OutputDeclaration Output() => new()
    {
        Name = AnyName(),
        Value = Maybe(() => Expression(4)),
        OnlyIf = Maybe(() => Expression(2)),
        Places = Maybe(Places),
        Documentation = Documentation(),
        Comments = Comments(),
        TrailingComment = Trailing(),
    };

    private NeverDeclaration Never() => new()
    {
        Verdict = Verdict(NamePool),
        When = Expression(3),
        Documentation = Documentation(),
        Comments = Comments(),
        TrailingComment = Trailing(),
    };

    private FactsDeclaration Facts() => new()
    {
        Name = AnyName(),
        Record = Record(3),
        Documentation = Documentation(),
        Comments = Comments(),
        TrailingComment = Trailing(),
    };

    private ExampleDeclaration Example()
    {
        var isNamed = Chance(50);
        return new ExampleDeclaration
        {
            Title = Id(Text()),
            BaseFacts = isNamed ? AnyName() : null,
            Facts = isNamed && Chance(50) ? null : Record(3),
            Verdict = Chance(80) ? Verdict(NamePool.Except(ExpectWords).ToArray()) : null,
            Rules = Expected(),
            Approvers = Expected(),
            Conditions = Expected(),
            Missing = Expected(),
            Outputs = Chance(50) ? Record(3) : null,
            Documentation = Documentation(),
            Comments = Comments(),
            TrailingComment = Trailing(),
        };
    }

    private Identifier Verdict(params string[] names) => Id(Chance(20) ? "re-approve" : Of(names));

    /// <summary>Days from one on, until one, or both; mostly none.</summary>
    private EffectiveWindow? Window() => Chance(70) ? null : Pick<EffectiveWindow>(
        () => new EffectiveWindow { From = Date() },
        () => new EffectiveWindow { Until = Date() },
        () => new EffectiveWindow { From = Date(), Until = Date() });

    private Identifier[]? Expected() => Chance(50) ? Many(0, 3, () => Id(Of("A11", "A12", "none", "funding[0].status", "first"))) : null;

    private RuleDeclaration Rule() => new()
    {
        Kind = Of(System.Enum.GetValues<RuleKind>()),
        Id = AnyName(),
        Title = Id(Text()),
        Code = Maybe(() => new ReasonCode { Family = AnyName(), Name = AnyName() }),
        Owner = Maybe(AnyName),
        Effective = Window(),
        ForEach = Maybe(() => new ForEachHeader { Item = AnyName(), Source = Expression(2) }),
        OnlyIf = Maybe(() => Expression(3)),
        Clauses = Many(1, 3, () => new Clause
        {
            When = Expression(4),
            Effects = Many(1, 3, Effect),
            Comments = Comments(),
            TrailingComment = Trailing(),
        }),
        Documentation = Documentation(),
        Comments = Comments(),
        TrailingComment = Trailing(),
    };

    private Effect Effect()
    {
        var kind = Of(System.Enum.GetValues<EffectKind>());
        return new Effect
        {
            Kind = kind,
            Roles = kind == EffectKind.Refer ? Many(1, 3, Role) : [],
            Within = kind == EffectKind.Refer ? Maybe(() => Expression(3, Without.Comments)) : null,
            EscalateTo = kind == EffectKind.Refer && Chance(40) ? Many(1, 2, Role) : [],
            Text = kind == EffectKind.Require || Chance(30) ? Template() : null,
        };
    }

    private Expression Role()
    {
        Expression role = new NameExpression { Name = Name() };
        return Chance(30) ? new MemberExpression { Target = role, Member = AnyName() } : role;
    }

    private TextTemplate Template()
    {
        var parts = new List<TextPart>();
        for (var i = random.Next(4); i > 0; i--)
        {
            if (Chance(50) || parts.LastOrDefault()?.Literal is not null)
                parts.Add(new TextPart { Hole = Expression(3, Without.Comments | Without.QuotesAndBraces) });
            else if (Text() is { Length: > 0 } literal)
                parts.Add(new TextPart { Literal = literal });
        }
        return new TextTemplate { Parts = parts };
    }

    private TableDeclaration Table()
    {
        var hit = Of(System.Enum.GetValues<HitPolicy>());
        var inputs = random.Next(0, 4);
        var outputs = random.Next(1, 4);
        var rows = Many(1, 4, () => Row(inputs, outputs, false));
        return new TableDeclaration
        {
            Name = AnyName(),
            Parameters = Many(0, 2, Parameter),
            HitPolicy = hit,
            HitPolicyIsWritten = hit != HitPolicy.Unique || Chance(50),
            Aggregation = hit == HitPolicy.Collect ? Of(System.Enum.GetValues<CollectAggregation>()) : CollectAggregation.None,
            Effective = Window(),
            Inputs = Many(inputs, inputs, () => new Column { Head = Expression(2, Without.Comments) }),
            Outputs = Many(outputs, outputs, () => new Column { Head = new NameExpression { Name = Name() }, Type = Maybe(TypeReference), Within = Maybe(() => Expression(2, Without.Comments)) }),
            OverridableBy = Many(0, 2, AnyName),
            Rows = inputs > 0 && Chance(30) ? [.. rows, Row(inputs, outputs, true)] : rows,
            Documentation = Documentation(),
            Comments = Comments(),
            TrailingComment = Trailing(),
        };
    }

    private TableRow Row(int inputs, int outputs, bool isOtherwise) => new()
    {
        IsOtherwise = isOtherwise,
        Cells = isOtherwise ? [] : Many(inputs, inputs, Cell),
        Values = Many(outputs, outputs, () => Maybe(() => Expression(3, Without.Comments))),
        Effective = Window(),
        Comments = Comments(),
        TrailingComment = Trailing(),
    };

    private Cell Cell()
    {
        var isNegated = Chance(20);
        return new Cell { IsNegated = isNegated, Tests = Many(isNegated ? 1 : 0, 3, Test) };
    }

    private CellTest Test() => new()
    {
        Operator = Chance(50) ? Of(BinaryOperator.Equal, BinaryOperator.NotEqual, BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual) : null,
        Value = Expression(2, Without.Comments),
    };

    private SelectDeclaration Select() => new()
    {
        Name = AnyName(),
        Item = AnyName(),
        Source = Expression(2, Without.Comments),
        Key = Expression(2, Without.Comments),
        Defines = Many(0, 3, () => Define(3)),
        Exclusions = Many(0, 3, () => new Exclusion { Id = AnyName(), Title = Id(Text()), When = Expression(3), Comments = Comments(), TrailingComment = Trailing() }),
        Scores = Many(0, 3, () => new ScoreItem { Points = Expression(2), When = Maybe(() => Expression(3)), Comments = Comments(), TrailingComment = Trailing() }),
        Prefer = Maybe(() => Expression(3)),
        RankKeys = Many(1, 3, () => new RankKey { Value = Expression(2), IsDescending = Chance(50) }),
        Documentation = Documentation(),
        Comments = Comments(),
        TrailingComment = Trailing(),
    };
}
