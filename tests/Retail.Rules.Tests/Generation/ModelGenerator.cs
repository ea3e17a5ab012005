using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Tests.Generation;

/// <summary>
/// Models of every kind of declaration and expression, from a seed. They can be written as text and as JSON, and hold every member that
/// either has to keep; they need not bind. Uses the public API only.
/// </summary>
public sealed partial class ModelGenerator(int seed)
{
    private readonly RandomSource random = new(seed);

    public RuleSetDefinition Definition()
    {
        var from = random.Maybe(40, () => new DateLiteral { Value = random.Date() });
        var kind = random.One(DocumentKind.RuleSet, DocumentKind.Vocabulary, DocumentKind.Part, DocumentKind.Layer);
        return new RuleSetDefinition
        {
            Source = new SourceText(""),
            Kind = kind,
            Name = PathName(),
            Version = kind == DocumentKind.Part ? new Identifier { Text = "" } : random.Title(),
            Base = kind is DocumentKind.Part or DocumentKind.Layer ? PathName() : null,
            Owner = random.Maybe(30, random.Name),
            Uses = random.Many(0, 2, () => new UseClause { Names = random.Many(1, 2, PathName), Comments = random.Comments(), TrailingComment = random.TrailingComment() }),
            Documentation = random.Documentation(),
            EffectiveFrom = from,
            EffectiveUntil = from is null ? null : random.Maybe(50, () => new DateLiteral { Value = random.Date() }),
            Currency = random.Maybe(40, random.Name),
            OutputPlaces = random.Maybe(40, Places),
            Declarations = random.Many(1, 6, Declaration),
            Comments = random.Comments(),
            TrailingComment = random.TrailingComment(),
            ClosingComments = random.Comments(),
        };
    }

    private Identifier PathName() => new() { Text = random.NameText() + (random.Chance(50) ? "." + random.NameText() : "") };

    private NumberLiteral Places() => new() { Value = random.Below(19) };

    private Declaration Declaration() => random.Below(15) switch
    {
        0 => Enum(),
        1 => TypeOf(),
        2 => Input(),
        3 => Param(),
        4 => Define(),
        5 => Table(),
        6 => Select(),
        7 => Output(),
        8 => new NeverDeclaration
        {
            Verdict = random.Name(), When = Expression(), Documentation = random.Documentation(),
            Comments = random.Comments(), TrailingComment = random.TrailingComment(),
        },
        9 => new FactsDeclaration
        {
            Name = random.Name(), Record = Record(2), Documentation = random.Documentation(),
            Comments = random.Comments(), TrailingComment = random.TrailingComment(),
        },
        10 => Example(),
        11 => new SetDeclaration
        {
            Name = random.Name(), Value = Expression(), Documentation = random.Documentation(),
            Comments = random.Comments(), TrailingComment = random.TrailingComment(),
        },
        12 => SetTable(),
        13 => new ScoreDeclaration
        {
            Name = random.Name(), Type = random.Maybe(40, random.Type), Body = Expression(), OnlyIf = Expression(), Documentation = random.Documentation(),
            Comments = random.Comments(), TrailingComment = random.TrailingComment(),
        },
        _ => Rule(),
    };

    private EnumDeclaration Enum() => new()
    {
        Name = random.Name(),
        Kind = random.One(EnumKind.Closed, EnumKind.Open, EnumKind.Ordered),
        Members = random.Many(1, 4, () => new Identifier { Text = random.Chance(30) ? random.One("infant-formula", "a \"b\"", "when") : random.NameText() }),
        Documentation = random.Documentation(), Comments = random.Comments(), TrailingComment = random.TrailingComment(),
    };

    private TypeDeclaration TypeOf() => new()
    {
        Name = random.Name(),
        Fields = random.Many(1, 3, () => new FieldGroup
        {
            Names = random.Many(1, 3, () => new Identifier { Text = random.MemberText() }),
            Type = random.Type(),
            Default = random.Maybe(30, Expression),
            Comments = random.Comments(), TrailingComment = random.TrailingComment(),
        }),
        Documentation = random.Documentation(), Comments = random.Comments(), TrailingComment = random.TrailingComment(),
    };

    private InputDeclaration Input()
    {
        var hasDefault = random.Chance(40);
        return new InputDeclaration
        {
            Names = random.Names(1),
            Type = random.Type(),
            Default = hasDefault ? Expression() : null,
            RequiredWhen = hasDefault ? null : random.Maybe(40, Expression),
            IsCritical = random.Chance(20),
            Documentation = random.Documentation(), Comments = random.Comments(), TrailingComment = random.TrailingComment(),
        };
    }

    private ParamDeclaration Param() => new()
    {
        Name = random.Name(),
        Type = random.Type(),
        Value = Expression(),
        Tighter = random.One(TighterDirection.Unknown, TighterDirection.Lower, TighterDirection.Higher),
        Within = random.Maybe(50, Expression),
        Owner = random.Maybe(50, random.Name),
        OverridableBy = random.Chance(30) ? random.Names(1) : [],
        Effective = Window(),
        Documentation = random.Documentation(), Comments = random.Comments(), TrailingComment = random.TrailingComment(),
    };

    private DefineDeclaration Define() => new()
    {
        Name = random.Name(),
        Parameters = random.Chance(30) ? random.Many(1, 2, Parameter) : [],
        Type = random.Maybe(40, random.Type),
        Body = Expression(),
        OnlyIf = random.Maybe(30, Expression),
        Documentation = random.Documentation(), Comments = random.Comments(), TrailingComment = random.TrailingComment(),
    };

    private Parameter Parameter() => new() { Name = random.Name(), Type = random.Type() };

    private OutputDeclaration Output() => new()
    {
        Name = random.Name(),
        Value = random.Maybe(60, Expression),
        OnlyIf = random.Maybe(30, Expression),
        Places = random.Maybe(40, Places),
        Documentation = random.Documentation(), Comments = random.Comments(), TrailingComment = random.TrailingComment(),
    };

    private ExampleDeclaration Example()
    {
        var baseFacts = random.Maybe(50, random.Name);
        return new ExampleDeclaration
        {
            Title = random.Title(),
            BaseFacts = baseFacts,
            Facts = baseFacts is null || random.Chance(50) ? Record(2) : null,
            Verdict = random.Maybe(80, () => random.Chance(20) ? new Identifier { Text = "re-approve" } : random.Name()),
            Rules = random.Maybe(50, () => random.Names(0)),
            Approvers = random.Maybe(50, () => random.Names(0)),
            Conditions = random.Maybe(50, () => random.Names(0)),
            Missing = random.Maybe(50, () => random.Names(0)),
            Outputs = random.Maybe(40, () => Record(2)),
            Documentation = random.Documentation(), Comments = random.Comments(), TrailingComment = random.TrailingComment(),
        };
    }

    private RuleDeclaration Rule() => new()
    {
        Kind = random.One(RuleKind.Ordinary, RuleKind.Stop, RuleKind.Final),
        Id = random.Name(),
        Title = random.Title(),
        Code = random.Maybe(30, () => new ReasonCode { Family = random.Name(), Name = random.Name() }),
        Owner = random.Maybe(30, random.Name),
        Effective = Window(),
        ForEach = random.Maybe(30, () => new ForEachHeader { Item = random.Name(), Source = Expression() }),
        OnlyIf = random.Maybe(30, Expression),
        Clauses = random.Many(1, 3, () => new Clause
        {
            When = Expression(), Effects = random.Many(1, 2, Effect), Comments = random.Comments(), TrailingComment = random.TrailingComment(),
        }),
        Documentation = random.Documentation(), Comments = random.Comments(), TrailingComment = random.TrailingComment(),
    };

    private EffectiveWindow? Window() => random.Maybe(30, () =>
    {
        var from = random.Maybe(60, () => new DateLiteral { Value = random.Date() });
        return new EffectiveWindow { From = from, Until = from is null ? new DateLiteral { Value = random.Date() } : random.Maybe(50, () => new DateLiteral { Value = random.Date() }) };
    });

    private Effect Effect()
    {
        var kind = random.One(EffectKind.Note, EffectKind.Require, EffectKind.Refer, EffectKind.ReApprove, EffectKind.Hold, EffectKind.Incomplete, EffectKind.Reject);
        return new Effect
        {
            Kind = kind,
            Roles = kind == EffectKind.Refer ? random.Many(1, 3, Path) : [],
            Within = kind == EffectKind.Refer ? random.Maybe(40, Expression) : null,
            EscalateTo = kind == EffectKind.Refer && random.Chance(40) ? random.Many(1, 2, Path) : [],
            Text = kind == EffectKind.Require || random.Chance(40) ? Template() : null,
        };
    }

    private TextTemplate Template()
    {
        var parts = random.Many(0, 4, () => random.Chance(50)
            ? new TextPart { Literal = random.One("reprice ", " {to} ", "}}", "€ \"", "two\nlines", "{{") }
            : new TextPart { Hole = Hole() });
        return new TextTemplate { Parts = parts.Where((part, index) => index == 0 || part.Literal is null || parts[index - 1].Literal is null).ToList() };
    }
}
