using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Tests.Generation;
using static Retail.Rules.Tests.Generation.Syntax;

namespace Retail.Rules.Tests.Analysis;

/// <summary>
/// Works a score into a generated ruleset in the ways that authors do, some of which loosen: conditions on it beside others, limits that it
/// moves, alternatives that it chooses, clauses and rules of its own. Mostly it tightens, so that much passes; each slip is one that has to be
/// seen. Once per ruleset.
/// </summary>
internal sealed class ScoredRules(Choices choices)
{
    private const string Score = "scored";

    /// <summary>The score, the fact that switches it, what is computed from it, and rules on it.</summary>
    public IEnumerable<Declaration> Declarations()
    {
        yield return new InputDeclaration { Names = [Id("scoreCounts")], Type = Syntax.Type("boolean") };
        yield return new ScoreDeclaration { Name = Id(Score), Body = Name("p1"), OnlyIf = Name("scoreCounts") };
        yield return Define("riskSeen", OnScore());
        yield return Define("addition", If(Name("riskSeen"), Percent(choices.Between(5, 20)), Percent(Slips() ? choices.Between(0, 25) : choices.Between(0, 5))));
        yield return Define("scoredLimit", Binary(choices.Try<Expression>(() => Percent(40), () => Name("param_2")), Slips() ? BinaryOperator.Add : BinaryOperator.Subtract, Name("addition")));
        yield return Define("scale", If(Name("riskSeen"), Percent(Slips() ? 120 : choices.Of(80m, 100m)), Percent(100)));
        yield return Define("chosen", choices.Try<Expression>(
            () => Call(choices.Of("min", "max"), Name("scoredLimit"), Percent(50)),
            () => Call(choices.Of("min", "max"), Name("scoredLimit"), Name("p1")),
            () => Binary(Name("scoredLimit"), BinaryOperator.Add, Name("p1")),
            () => Binary(Percent(40), BinaryOperator.Multiply, Name("scale")),
            () => Call("round", Binary(Name("scoredLimit"), BinaryOperator.Multiply, Name("scale")), Number(2)),
            () => Binary(Name("scoredLimit"), BinaryOperator.Divide, choices.Chance(70) ? Number(4) : Name("n2")),
            () => If(Name("riskSeen"), Binary(Name("scoredLimit"), BinaryOperator.Subtract, Percent(choices.Between(0, 5))), Name("scoredLimit"))));
        yield return Define("passing", Aggregate(AggregateKind.List, "f", Name("funding"), Binary(Member(Name("f"), "share"), Above(), Name("chosen")), Member(Name("f"), "id")));
        yield return new DefineDeclaration
        {
            Name = Id("total"),
            Body = Aggregate(AggregateKind.Sum, "f", Name("funding"), Slips() ? Not(Name("riskSeen")) : Name("riskSeen"), Call("abs", Member(Name("f"), "amount"))),
        };
        yield return Table();
        foreach (var id in new[] { "X1", "X2", "X3" })
            yield return Rule(id);
    }

    /// <summary>A rule some of whose clauses are on the score too.</summary>
    public Declaration Rewrite(Declaration declaration) => declaration is not RuleDeclaration { Kind: RuleKind.Ordinary } rule || choices.Chance(80)
        ? declaration
        : new RuleDeclaration
        {
            Kind = rule.Kind,
            Id = rule.Id,
            Title = rule.Title,
            ForEach = rule.ForEach,
            OnlyIf = rule.OnlyIf,
            Clauses = rule.Clauses.Select(clause => new Clause { When = Beside(clause.When), Effects = clause.Effects }).ToArray(),
        };

    private Expression Beside(Expression condition) => Slips()
        ? choices.Try<Expression>(() => And(Parted(condition), Name("riskSeen")), () => And(Parted(condition), Not(Name("riskSeen"))))
        : choices.Try<Expression>(() => condition, () => Or(Parted(condition), Name("riskSeen")));

    /// <summary>An operand of its own: an <c>or</c> inside an <c>or</c> would be one.</summary>
    private static Expression Parted(Expression condition) => condition is LogicalExpression ? Not(Not(condition)) : condition;

    private Expression OnScore() => And(IsKnown(Name(Score)), choices.Try<Expression>(
        () => Binary(Name(Score), Order(), Percent(choices.Of(0m, 20m, 40m, 100m))),
        () => Binary(Name(Score), BinaryOperator.In, Interval(Percent(10), Percent(50), true, false)),
        () => Binary(Name(Score), BinaryOperator.NotEqual, Percent(25))));

    private Expression Condition() => choices.Try<Expression>(
        () => Binary(Name("p1"), Above(), Name("chosen")),
        () => Binary(Name("chosen"), Below(), Percent(choices.Of(0m, 30m, 50m))),
        () => IsEmpty(Name("passing"), !Slips()),
        () => Aggregate(AggregateKind.Any, "f", Name("funding"), Binary(Member(Name("f"), "share"), Above(), Name("scoredLimit"))),
        () => Binary(Aggregate(AggregateKind.Count, "f", Name("funding"), Binary(Member(Name("f"), "share"), Above(), Name("scoredLimit"))), Above(), Number(choices.Between(0, 2))),
        () => Binary(Member(Name("deal"), "id"), Slips() ? BinaryOperator.NotIn : BinaryOperator.In, Name("passing")),
        () => Binary(Name("total"), Above(), Name("m1")),
        () => Binary(Name("scoreTable"), Above(), Percent(choices.Of(0m, 5m, 10m))),
        () => IsKnown(Aggregate(AggregateKind.First, "f", Name("funding"), Binary(Member(Name("f"), "share"), Above(), Name("chosen")))),
        () => Binary(Binary(Name("n1"), BinaryOperator.Divide, Name("n2")), Above(), Number(1)),
        () => Binary(Otherwise(Name(Score), Percent(Slips() ? 60 : 0)), Above(), Percent(choices.Of(10m, 40m))),
        () => And(Binary(Name("p1"), Above(), Name("scoredLimit")), Binary(Name("p1"), Below(), Percent(60))),
        OnScore,
        () => Name("riskSeen"));

    private TableDeclaration Table()
    {
        Expression By(int least) => Percent(Slips() ? choices.Between(0, 12) : choices.Between(least, least + 4));
        return new TableDeclaration
        {
            Name = Id("scoreTable"),
            HitPolicy = HitPolicy.First,
            HitPolicyIsWritten = true,
            Inputs = [new Column { Head = Name("c1") }, new Column { Head = Name(Score) }],
            Outputs = [new Column { Head = Name("by") }],
            Rows =
            [
                Row([Value(Name("GB"))], [Value(new UnknownLiteral())], Percent(Slips() ? 5 : 0)),
                Row([Value(Name("GB"))], [new CellTest { Operator = Order(), Value = Percent(30) }], By(5)),
                Row([], [new CellTest { Operator = Order(), Value = Percent(20) }], By(4)),
                new TableRow { IsOtherwise = true, Cells = [], Values = [By(0)] },
            ],
        };
    }

    private static CellTest Value(Expression value) => new() { Value = value };

    private static TableRow Row(IReadOnlyList<CellTest> country, IReadOnlyList<CellTest> score, Expression by) =>
        new() { Cells = [new Cell { Tests = country }, new Cell { Tests = score }], Values = [by] };

    private RuleDeclaration Rule(string id)
    {
        var kind = choices.Of(RuleKind.Ordinary, RuleKind.Ordinary, RuleKind.Ordinary, RuleKind.Stop, RuleKind.Final);
        var effects = Enumerable.Range(0, choices.Between(1, 3)).Select(_ => choices.Of(EffectKind.Note, EffectKind.Refer, EffectKind.Hold, EffectKind.Incomplete, EffectKind.Reject));
        if (kind == RuleKind.Stop && !Slips())
            effects = [EffectKind.Reject];
        else if (!Slips())
            effects = effects.OrderByDescending(effect => effect);
        return new RuleDeclaration
        {
            Id = Id(id),
            Title = Id("On the score"),
            Kind = kind,
            OnlyIf = choices.Chance(20) ? Condition() : null,
            Clauses = effects.ToArray().Select(effect => new Clause { When = Condition(), Effects = [Effect(effect)] }).ToArray(),
        };
    }

    private Effect Effect(EffectKind kind) =>
        new() { Kind = kind, Roles = kind == EffectKind.Refer ? [Name(Slips() ? "Director" : "Buyer")] : [] };

    private static DefineDeclaration Define(string name, Expression body) => new() { Name = Id(name), Body = body };

    /// <summary>Now and then the author gets a direction wrong.</summary>
    private bool Slips() => choices.Chance(8);

    private BinaryOperator Above() => Slips() ? Below() : choices.Of(BinaryOperator.Greater, BinaryOperator.GreaterOrEqual);

    private BinaryOperator Below() => choices.Of(BinaryOperator.Less, BinaryOperator.LessOrEqual);

    private BinaryOperator Order() => choices.Of(BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual);
}
