using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Tests.Generation;

/// <summary>
/// Makes models that the grammar can hold, of every declaration and expression there is; whether they bind is no concern here. One seed,
/// one model. Not thread-safe.
/// </summary>
internal sealed partial class ModelGenerator
{
    private static readonly string[] NamePool =
    [
        "price", "cost", "margin", "x", "a1", "to", "from", "class", "type", "rate", "end", "each", "of", "min", "max", "as", "known", "empty", "descending",
        "rule", "input", "define", "table", "select", "score", "rank", "exclude", "prefer", "key", "by", "hit", "order", "given", "expect", "with", "rules",
        "outputs", "output", "day", "days", "hours", "places", "within", "owner", "code", "escalate", "use", "of", "over", "set", "tighter", "lower", "overridable", "version", "effective", "until", "critical", "re", "approve", "currency", "_x", "été", "A13a", "T",
    ];

    private static readonly string[] HardPool = ["first", "any", "count", "only", "true", "is", "otherwise"];

    private static readonly string[] TextPool =
    [
        "", "POS", "a \"quoted\" word", "back\\slash", "two\nlines", "{braces}", "{{", "}", "// no comment", "tab\there", "\r", "50 % off", "日本", "'", "\\n",
    ];

    private static readonly string[] CommentPool = ["", "per unit", "── Facts ──", "a // b", "/ slash", "\"quoted\"", "open: see A11", "  indented"];

    private readonly Random random;

    public ModelGenerator(int seed) => random = new Random(seed);

    /// <summary>A whole ruleset.</summary>
    /// <param name="size">Roughly how many declarations.</param>
    public RuleSetDefinition RuleSet(int size)
    {
        var from = Maybe(Date);
        var kind = Chance(50) ? DocumentKind.RuleSet : Of(System.Enum.GetValues<DocumentKind>());
        return new RuleSetDefinition
        {
            Source = new Retail.Rules.Text.SourceText(""),
            Kind = kind,
            Name = PathName(),
            Version = Id(kind == DocumentKind.Part ? "" : Text()),
            Base = kind is DocumentKind.Part or DocumentKind.Layer ? PathName() : null,
            Owner = Maybe(AnyName),
            Uses = Many(0, 2, () => new UseClause { Names = Many(1, 2, PathName), Comments = Comments(), TrailingComment = Trailing() }),
            Documentation = Documentation(),
            EffectiveFrom = from,
            EffectiveUntil = from is null ? null : Maybe(Date),
            Currency = Maybe(() => Id(Name())),
            OutputPlaces = Maybe(Places),
            Declarations = Many(0, size, Declaration),
            ClosingComments = Comments(),
            Comments = Comments(),
            TrailingComment = Trailing(),
        };
    }

    public Declaration Declaration() => Pick<Declaration>(
        Enum, Type, Input, Param, Set, SetTable, () => Define(4), Score, Table, Select, Rule, Output, Never, Facts, Example);

    private T Pick<T>(params Func<T>[] choices) => choices[random.Next(choices.Length)]();

    private T Of<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private bool Chance(int percent) => random.Next(100) < percent;

    private T? Maybe<T>(Func<T> make)
        where T : class => Chance(50) ? make() : null;

    private T[] Many<T>(int least, int most, Func<T> make) => Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => make()).ToArray();

    private Identifier PathName() => Id(string.Join(".", Many(1, 3, Name)));

    private string Name() => Of(NamePool);

    private Identifier AnyName() => Id(Name());

    private Identifier MemberName() => Id(Chance(15) ? Of(HardPool) : Name());

    private static Identifier Id(string text) => new() { Text = text };

    private string Text() => Chance(80) ? Of(TextPool) : string.Concat(Many(0, 6, () => (char)random.Next(' ', 0x180)));

    private string[] Comments() => Chance(15) ? Many(1, 3, () => Of(CommentPool)) : [];

    private string? Trailing() => Chance(15) ? Of(CommentPool) : null;

    private string? Documentation() => Chance(15) ? string.Join("\n", Many(1, 3, () => Of(CommentPool))) : null;

    private TypeReference TypeReference() => new() { IsList = Chance(30), Name = AnyName(), Currency = Chance(20) ? AnyName() : null, IsOptional = Chance(30) };

    private NumberLiteral Places() => new() { Value = random.Next(0, 19) };

    private DateLiteral Date() => new() { Value = new DateTime(random.Next(1, 10000), random.Next(1, 13), random.Next(1, 29)) };

    private Parameter Parameter() => new() { Name = AnyName(), Type = TypeReference() };
}
