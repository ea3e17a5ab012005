using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Tests.Generation;
using static Retail.Rules.Tests.Generation.Syntax;

namespace Retail.Rules.Tests.Analysis;

/// <summary>
/// Works a score into a generated ruleset in the ways that authors do, some of which loosen: conditions on it beside others, limits that it
/// moves, alternatives that it chooses, clauses and rules of its own. Once per ruleset.
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
        yield return Define("addition", If(Name("riskSeen"), Percent(choices.Between(0, 20)), Percent(choices.Between(0, 5))));
        yield return Define("scoredLimit", Binary(choices.Try<Expression>(() => Percent(40), () => Name("param_2")), Sum(), Name("addition")));
        yield return Define("scale", If(Name("riskSeen"), Percent(choices.Of(80m, 100m, 120m)), Percent(100)));
        yield return Define("chosen", choices.Try<Expression>(
            () => Call(choices.Of("min", "max"), Name("scoredLimit"), Percent(50)),
            () => Binary(Name("scoredLimit"), BinaryOperator.Multiply, Name("scale")),
            () => Otherwise(Name(Score), Percent(choices.Between(-10, 60))),
            () => Binary(Name("n1"), BinaryOperator.Divide, Name("scale"))));
        yield return Define("passing", Aggregate(AggregateKind.List, "f", Name("funding"), Binary(Member(Name("f"), "share"), Order(), Name("chosen")), Member(Name("f"), "id")));
        yield return new DefineDeclaration
        {
            Name = Id("total"),
            Body = Aggregate(AggregateKind.Sum, "f", Name("funding"), choices.Chance(50) ? Name("riskSeen") : Not(Name("riskSeen")), Call("abs", Member(Name("f"), "amount"))),
        };
        yield return Table();
        foreach (var id in new[] { "X1", "X2", "X3" })
            yield return Rule(id);
    }

    /// <summary>A rule some of whose clauses are on the score too.</summary>
    public Declaration Rewrite(Declaration declaration) => declaration is not RuleDeclaration { Kind: RuleKind.Ordinary } rule || choices.Chance(50)
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

    private Expression Beside(Expression condition) => choices.Try<Expression>(
        () => condition,
        () => condition,
        () => Or(Parted(condition), Name("riskSeen")),
        () => Or(Name("riskSeen"), Parted(condition)),
        () => And(Parted(condition), Name("riskSeen")),
        () => And(Parted(condition), Not(Name("riskSeen"))));

    /// <summary>An operand of its own: an <c>or</c> inside an <c>or</c> would be one.</summary>
    private static Expression Parted(Expression condition) => condition is LogicalExpression ? Not(Not(condition)) : condition;

    private Expression OnScore() => And(IsKnown(Name(Score)), choices.Try<Expression>(
        () => Binary(Name(Score), Order(), Percent(choices.Of(0m, 20m, 40m, 100m))),
        () => Binary(Name(Score), BinaryOperator.In, Interval(Percent(10), Percent(50), true, false)),
        () => Binary(Name(Score), BinaryOperator.NotEqual, Percent(25))));

    private Expression Condition() => choices.Try<Expression>(
        () => Binary(Name("p1"), Order(), Name("chosen")),
        () => Binary(Name("chosen"), Order(), Percent(choices.Of(0m, 30m, 50m))),
        () => IsEmpty(Name("passing"), choices.Chance(50)),
        () => Aggregate(AggregateKind.Any, "f", Name("funding"), Binary(Member(Name("f"), "share"), Order(), Name("scoredLimit"))),
        () => Binary(Aggregate(AggregateKind.Count, "f", Name("funding"), Binary(Member(Name("f"), "share"), Order(), Name("scoredLimit"))), Order(), Number(choices.Between(0, 2))),
        () => Binary(Member(Name("deal"), "id"), choices.Of(BinaryOperator.In, BinaryOperator.NotIn), Name("passing")),
        () => Binary(Name("total"), Order(), Name("m1")),
        () => Binary(Name("scoreTable"), Order(), Percent(choices.Of(0m, 5m, 10m))),
        () => IsKnown(Aggregate(AggregateKind.First, "f", Name("funding"), Binary(Member(Name("f"), "share"), Order(), Name("chosen")))),
        () => Binary(Binary(Name("n1"), BinaryOperator.Divide, Name("n2")), Order(), Number(1)),
        OnScore,
        () => Name("riskSeen"));

    private TableDeclaration Table()
    {
        Expression By() => Percent(choices.Between(0, 12));
        return new TableDeclaration
        {
            Name = Id("scoreTable"),
            HitPolicy = HitPolicy.First,
            HitPolicyIsWritten = true,
            Inputs = [new Column { Head = Name("c1") }, new Column { Head = Name(Score) }],
            Outputs = [new Column { Head = Name("by") }],
            Rows =
            [
                Row([Value(Name("GB"))], [Value(new UnknownLiteral())], By()),
                Row([Value(Name("GB"))], [new CellTest { Operator = Order(), Value = Percent(30) }], By()),
                Row([], [new CellTest { Operator = Order(), Value = Percent(20) }], By()),
                new TableRow { IsOtherwise = true, Cells = [], Values = [By()] },
            ],
        };
    }

    private static CellTest Value(Expression value) => new() { Value = value };

    private static TableRow Row(IReadOnlyList<CellTest> country, IReadOnlyList<CellTest> score, Expression by) =>
        new() { Cells = [new Cell { Tests = country }, new Cell { Tests = score }], Values = [by] };

    private RuleDeclaration Rule(string id) => new()
    {
        Id = Id(id),
        Title = Id("On the score"),
        Kind = choices.Of(RuleKind.Ordinary, RuleKind.Ordinary, RuleKind.Ordinary, RuleKind.Stop, RuleKind.Final),
        OnlyIf = choices.Chance(20) ? Condition() : null,
        Clauses = Enumerable.Range(0, choices.Between(1, 3)).Select(_ => new Clause { When = Condition(), Effects = [Effect()] }).ToArray(),
    };

    private Effect Effect()
    {
        var kind = choices.Of(EffectKind.Note, EffectKind.Refer, EffectKind.Hold, EffectKind.Incomplete, EffectKind.Reject);
        return new Effect { Kind = kind, Roles = kind == EffectKind.Refer ? [Name(choices.Of("Buyer", "Director"))] : [] };
    }

    private static DefineDeclaration Define(string name, Expression body) => new() { Name = Id(name), Body = body };

    private BinaryOperator Sum() => choices.Of(BinaryOperator.Add, BinaryOperator.Subtract);

    private BinaryOperator Order() => choices.Of(BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual);
}
