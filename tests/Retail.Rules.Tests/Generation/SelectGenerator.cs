using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Types;
using static Retail.Rules.Tests.Generation.Syntax;

namespace Retail.Rules.Tests.Generation;

/// <summary>Makes selects over the items among the facts.</summary>
internal sealed class SelectGenerator
{
    private static readonly IReadOnlyList<RuleType> Ranked = [RuleType.Number, RuleType.Money, RuleType.Percent, RuleType.Text, RuleType.Of(Vocabulary.Grade)];

    private readonly Choices choices;
    private readonly ValueGenerator values;

    public SelectGenerator(Choices choices, ValueGenerator values)
    {
        this.choices = choices;
        this.values = values;
    }

    public SelectDeclaration Make(string name, Scope scope)
    {
        var item = choices.NewName("item");
        scope = scope.With(Name(item), RuleType.Of(Vocabulary.Item));
        var defines = new List<DefineDeclaration>();
        for (var i = 0; i < choices.Between(0, 2); i++)
        {
            var type = choices.Of(Vocabulary.Simple);
            var onlyIf = choices.Chance(30) ? values.Condition(scope, 1) : null;
            var define = new DefineDeclaration { Name = Id(choices.NewName("local")), Type = Vocabulary.Reference(type), Body = values.Make(type, scope, 2), OnlyIf = onlyIf };
            defines.Add(define);
            scope = scope.With(Name(define.Name.Text), onlyIf is null ? type : type.AsOptional());
        }
        var ranking = scope.With(Name("score"), RuleType.Number).With(Name("preferred"), RuleType.Boolean);
        return new SelectDeclaration
        {
            Name = Id(name),
            Item = Id(item),
            Source = Name("items"),
            Key = Member(Name(item), "sku"),
            Defines = defines,
            Exclusions = Enumerable.Range(0, choices.Between(0, 3)).Select(i => Exclusion(name + "_X" + i, scope)).ToArray(),
            Scores = Enumerable.Range(0, choices.Between(0, 3)).Select(_ => Score(scope)).ToArray(),
            Prefer = choices.Chance(40) ? values.Condition(scope, 2) : null,
            RankKeys = Enumerable.Range(0, choices.Between(1, 3)).Select(_ => new RankKey { Value = values.Make(choices.Of(Ranked), ranking, 1), IsDescending = choices.Chance(50) }).ToArray(),
        };
    }

    private Exclusion Exclusion(string id, Scope scope) => new() { Id = Id(id), Title = Id("Excluded by " + id), When = values.Condition(scope, 2) };

    private ScoreItem Score(Scope scope) => new() { Points = values.Make(RuleType.Number, scope, 1), When = choices.Chance(60) ? values.Condition(scope, 2) : null };
}
