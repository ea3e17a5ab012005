using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Text;
using Retail.Rules.Types;
using static Retail.Rules.Tests.Generation.Syntax;

namespace Retail.Rules.Tests.Generation;

/// <summary>Makes whole rulesets, well-typed by construction. What is declared may be read by what comes after it.</summary>
internal sealed class RuleSetGenerator
{
    private readonly Choices choices;
    private readonly ValueGenerator values;
    private readonly TableGenerator tables;
    private readonly List<Declaration> declarations = [];
    private Scope scope = Scope.Empty;

    public RuleSetGenerator(Choices choices)
    {
        this.choices = choices;
        values = new ValueGenerator(choices);
        tables = new TableGenerator(choices, values);
    }

    public RuleSetDefinition Make()
    {
        declarations.AddRange(Vocabulary.Types());
        foreach (var (name, type) in Vocabulary.Facts)
            AddInput(name, type);
        foreach (var (name, type) in Vocabulary.SpareFacts)
        {
            declarations.Add(new InputDeclaration { Names = [Id(name)], Type = Vocabulary.Reference(type) });
            scope = scope.WithSpare(Name(name), type);
        }
        AddApproval();
        foreach (var type in new[] { RuleType.Number, RuleType.Percent, RuleType.Money, Vocabulary.Euro, RuleType.Date, RuleType.Of(Vocabulary.Grade) })
            AddParam(type);
        for (var i = choices.Between(2, 6); i > 0; i--)
            choices.Of(AddDefine, AddDefine, AddFunction, AddTable, AddTable, AddTableWithParameters)();
        if (choices.Chance(40))
            AddSelect();
        AddRules();
        AddOutputs();
        return new RuleSetDefinition
        {
            Source = new SourceText(""),
            Name = Id("generated.rules"),
            Version = Id("1"),
            Currency = Id("local"),
            OutputPlaces = new NumberLiteral { Value = choices.Between(0, 18) },
            Declarations = declarations,
        };
    }

    private void AddInput(string name, RuleType type)
    {
        var isSimple = Vocabulary.Simple.Contains(type);
        var hasDefault = isSimple && name.EndsWith('2') && choices.Chance(30);
        var requiredWhen = type.IsOptional && scope.Of(RuleType.Number).Count > 0 && scope.Of(RuleType.Money).Count > 0 && choices.Chance(15)
            ? Binary(Name("n1"), BinaryOperator.Less, values.Literal(RuleType.Number))
            : null;
        declarations.Add(new InputDeclaration
        {
            Names = [Id(name)],
            Type = Vocabulary.Reference(requiredWhen is null ? type : type.AsKnown()),
            Default = hasDefault ? values.Literal(type) : null,
            RequiredWhen = requiredWhen,
            IsCritical = choices.Chance(3),
        });
        scope = scope.With(Name(name), type);
    }

    /// <summary>What asks whether the approval still holds, where an input is critical.</summary>
    private void AddApproval()
    {
        if (!declarations.OfType<InputDeclaration>().Any(input => input.IsCritical))
            return;
        declarations.Add(new RuleDeclaration
        {
            Id = Id("C1"),
            Title = Id("Approved with other facts"),
            Clauses = [new Clause { When = IsEmpty(Name("changed"), isNegated: true), Effects = [new Effect { Kind = EffectKind.ReApprove }] }],
        });
        declarations.Add(new OutputDeclaration { Name = Id("changed") });
        scope = scope.With(Name("changed"), RuleType.ListOf(RuleType.Text));
    }

    private void AddParam(RuleType type)
    {
        var name = choices.NewName("param");
        foreach (var window in Windows())
            declarations.Add(new ParamDeclaration { Name = Id(name), Type = Vocabulary.Reference(type), Value = values.Literal(type), Effective = window });
        scope = scope.With(Name(name), type);
    }

    private void AddDefine()
    {
        var name = choices.NewName("define");
        var type = choices.Of([.. Vocabulary.Simple, RuleType.ListOf(RuleType.Number), RuleType.ListOf(RuleType.Of(Vocabulary.Claim))]);
        var onlyIf = choices.Chance(25) ? values.Condition(scope, 2) : null;
        declarations.Add(new DefineDeclaration { Name = Id(name), Type = Vocabulary.Reference(type), Body = values.Make(type, scope, 3), OnlyIf = onlyIf });
        scope = scope.With(Name(name), onlyIf is null ? type : type.AsOptional());
    }

    private void AddFunction()
    {
        var name = choices.NewName("function");
        var type = choices.Of(Vocabulary.Simple);
        var (parameters, types, inside) = Parameters();
        declarations.Add(new DefineDeclaration { Name = Id(name), Parameters = parameters, Type = Vocabulary.Reference(type), Body = values.Make(type, inside, 3) });
        AddCallable(new Callable(name, types, type));
    }

    /// <summary>Something to call, which an output calls at once, since few expressions happen to want its type.</summary>
    private void AddCallable(Callable callable)
    {
        declarations.Add(new OutputDeclaration { Name = Id(choices.NewName("output")), Value = values.Invoke(callable, scope, 2) });
        scope = scope.With(callable);
    }

    private (IReadOnlyList<Parameter> Parameters, IReadOnlyList<RuleType> Types, Scope Inside) Parameters()
    {
        var types = Enumerable.Range(0, choices.Between(1, 3)).Select(_ => choices.Of([.. Vocabulary.Simple, RuleType.Of(Vocabulary.Funding)])).ToArray();
        var parameters = types.Select(type => new Parameter { Name = Id(choices.NewName("given")), Type = Vocabulary.Reference(type) }).ToArray();
        var inside = scope;
        for (var i = 0; i < types.Length; i++)
            inside = inside.With(Name(parameters[i].Name.Text), types[i]);
        return (parameters, types, inside);
    }

    private void AddTable()
    {
        var name = choices.NewName("table");
        var (table, type) = tables.Make(name, [], scope);
        AddVersions(table);
        if (type is not null)
            scope = scope.With(Name(name), type);
        else
            declarations.Add(new OutputDeclaration { Name = Id(name) });
    }

    private void AddTableWithParameters()
    {
        var name = choices.NewName("table");
        var (parameters, types, inside) = Parameters();
        var (table, type) = tables.Make(name, parameters, inside);
        AddVersions(table);
        if (type is not null)
            AddCallable(new Callable(name, types, type));
    }

    /// <summary>A table for each of several windows; the later ones lack its first row.</summary>
    private void AddVersions(TableDeclaration table)
    {
        foreach (var window in Windows())
        {
            declarations.Add(new TableDeclaration
            {
                Name = table.Name,
                Parameters = table.Parameters,
                HitPolicy = table.HitPolicy,
                HitPolicyIsWritten = table.HitPolicyIsWritten,
                Aggregation = table.Aggregation,
                Effective = window,
                Inputs = table.Inputs,
                Outputs = table.Outputs,
                Rows = window?.From is null || table.Rows.Count < 3 ? table.Rows : table.Rows.Skip(1).ToArray(),
            });
        }
    }

    /// <summary>Mostly no window; else one, or two of which the second begins where the first ends or some time later.</summary>
    private IReadOnlyList<EffectiveWindow?> Windows()
    {
        if (choices.Chance(70))
            return [null];
        if (choices.Chance(20))
            return [choices.Window()];
        var day = choices.Of(Vocabulary.Dates);
        return [new EffectiveWindow { Until = Date(day) }, new EffectiveWindow { From = Date(choices.Chance(70) ? day : day.AddDays(1)) }];
    }

    private void AddSelect()
    {
        declarations.Add(new SelectGenerator(choices, values).Make("pick", scope));
        declarations.Add(new OutputDeclaration { Name = Id("excluded"), Value = Member(Name("pick"), "excluded") });
        declarations.Add(new OutputDeclaration { Name = Id("ranking"), Value = Member(Name("pick"), "ranking") });
        var best = Member(Member(Name("pick"), "best"), "score");
        scope = scope.With(best, RuleType.Number.AsOptional());
    }

    private void AddRules()
    {
        var rules = new RuleGenerator(choices, values);
        if (choices.Chance(50))
            declarations.Add(RuleGenerator.Missing());
        if (choices.Chance(30))
            declarations.Add(rules.Make("S1", RuleKind.Stop, scope, []));
        var ids = new List<string>();
        for (var i = choices.Between(1, 8); i > 0; i--)
        {
            ids.Add("R" + i);
            declarations.Add(rules.Make("R" + i, RuleKind.Ordinary, scope, []));
        }
        for (var i = choices.Between(0, 2); i > 0; i--)
            declarations.Add(rules.Make("F" + i, RuleKind.Final, scope, ids));
    }

    private void AddOutputs()
    {
        for (var i = choices.Between(1, 5); i > 0; i--)
        {
            declarations.Add(new OutputDeclaration
            {
                Name = Id(choices.NewName("output")),
                Value = choices.Try(() => choices.Of(scope.All).Path, () => values.Make(choices.Of(Vocabulary.Simple), scope, 3), Record),
                OnlyIf = choices.Chance(20) ? values.Condition(scope, 2) : null,
                Places = choices.Chance(20) ? new NumberLiteral { Value = choices.Between(0, 18) } : null,
            });
        }
        if (choices.Chance(30))
            declarations.Add(new OutputDeclaration { Name = Id("allowed"), Value = Binary(Name("verdict"), BinaryOperator.Equal, Name("approve")) });
    }

    /// <summary>A record, whose later members read an earlier one.</summary>
    private Expression Record()
    {
        var first = choices.NewName("first");
        var inside = scope.With(Name(first), RuleType.Number);
        return Syntax.Record(
        [
            new RecordMember { Name = Id(first), Value = values.Make(RuleType.Number, scope, 2) },
            new RecordMember { Name = Id("second"), Value = values.Make(choices.Of(Vocabulary.Simple), inside, 2), OnlyIf = choices.Chance(40) ? values.Condition(inside, 1) : null },
            new RecordMember { Name = Id("third"), Value = List([values.Make(RuleType.Number, inside, 2), Name(first)]) },
        ]);
    }
}
