using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Types;
using static Retail.Rules.Tests.Generation.Syntax;

namespace Retail.Rules.Tests.Generation;

/// <summary>Makes rules: stop, ordinary and final, once or for each item, with several clauses and effects.</summary>
internal sealed class RuleGenerator
{
    private readonly Choices choices;
    private readonly ValueGenerator values;

    public RuleGenerator(Choices choices, ValueGenerator values)
    {
        this.choices = choices;
        this.values = values;
    }

    /// <summary>The stop rule that names the check for missing facts.</summary>
    public static RuleDeclaration Missing() => new()
    {
        Kind = RuleKind.Stop,
        Id = Id("S0"),
        Title = Id("Facts missing"),
        Clauses = [new Clause { When = IsEmpty(Name("missing"), isNegated: true), Effects = [new Effect { Kind = EffectKind.Incomplete }] }],
    };

    public RuleDeclaration Make(string id, RuleKind kind, Scope scope, IReadOnlyList<string> earlier)
    {
        ForEachHeader? each = null;
        if (choices.Chance(30))
        {
            var (item, source, inside) = values.Loop(scope);
            each = new ForEachHeader { Item = Id(item), Source = source };
            scope = inside;
        }
        return new RuleDeclaration
        {
            Kind = kind,
            Id = Id(id),
            Title = Id("Title of " + id),
            Code = choices.Chance(30) ? new ReasonCode { Family = Id("SYNC"), Name = Id("code" + id) } : null,
            Owner = choices.Chance(30) ? Id(choices.Of(Vocabulary.Role.Members)) : null,
            Effective = choices.Chance(20) ? choices.Window() : null,
            ForEach = each,
            OnlyIf = choices.Chance(25) ? values.Condition(scope, 2) : null,
            Clauses = Enumerable.Range(0, choices.Between(1, 3)).Select(_ => Clause(kind, scope, earlier)).ToArray(),
        };
    }

    private Clause Clause(RuleKind kind, Scope scope, IReadOnlyList<string> earlier) => new()
    {
        When = kind == RuleKind.Final && choices.Chance(60) ? OfOutcome(earlier) : values.Condition(scope, kind == RuleKind.Stop ? 1 : 3),
        Effects = Enumerable.Range(0, choices.Between(1, 2)).Select(_ => Effect(scope)).ToArray(),
    };

    private Expression OfOutcome(IReadOnlyList<string> rules) => choices.Try<Expression>(
        () => Call("fired", rules.Take(choices.Between(1, 3)).Select(Name).ToArray()),
        () => Binary(Name("verdict"), BinaryOperator.In, List([Name("refer"), Name("hold")])),
        () => Binary(Call("verdict", Name(rules[0])), choices.Of(BinaryOperator.Equal, BinaryOperator.NotEqual), Name("approve")),
        () => Binary(Name("Buyer"), BinaryOperator.In, Name("approvers")));

    private Effect Effect(Scope scope)
    {
        var kind = choices.Of(EffectKind.Note, EffectKind.Require, EffectKind.Refer, EffectKind.Refer, EffectKind.ReApprove, EffectKind.Hold, EffectKind.Incomplete, EffectKind.Reject);
        return new Effect
        {
            Kind = kind,
            Roles = kind == EffectKind.Refer ? Roles(scope) : [],
            Within = kind == EffectKind.Refer && choices.Chance(40) ? Time(scope) : null,
            EscalateTo = kind == EffectKind.Refer && choices.Chance(30) ? Roles(scope) : [],
            Text = kind == EffectKind.Require || choices.Chance(30) ? Template(scope) : null,
        };
    }

    private Expression[] Roles(Scope scope) =>
        Enumerable.Range(0, choices.Between(1, 2)).Select(_ => values.Make(RuleType.Of(Vocabulary.Role), scope, 1)).ToArray();

    /// <summary>A time to answer, mostly one of a minute or more.</summary>
    private Expression Time(Scope scope) => choices.Chance(50)
        ? Duration(choices.Between(1, 3), choices.Of(TimeUnit.Day, TimeUnit.Hour, TimeUnit.Minute))
        : Binary(values.Make(RuleType.Duration, scope, 2), BinaryOperator.Add, Duration(1, TimeUnit.Minute));

    private TextTemplate Template(Scope scope)
    {
        var printable = scope.All.Where(path => path.Type.Kind != TypeKind.Exclusions).ToArray();
        return new TextTemplate
        {
            Parts = [new TextPart { Literal = "about " }, new TextPart { Hole = choices.Of(printable).Path }, new TextPart { Literal = " {here}" }],
        };
    }
}
