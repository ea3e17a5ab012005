using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using NUnit.Framework;
using Retail.Rules.Model;
using Retail.Rules.Tests.Generation;
using static Retail.Rules.Tests.Generation.Syntax;

namespace Retail.Rules.Tests.Planning;

/// <summary>Effective dating, held to its plain meaning: on each day a ruleset decides as one that says nothing but what is in force on that day.</summary>
[TestFixture]
public class InForceTests
{
    [FsCheck.NUnit.Property(MaxTest = 300, Arbitrary = [typeof(GeneratedCases)], QuietOnSuccess = true)]
    public void A_dated_ruleset_decides_as_one_of_that_day_alone(GeneratedCase generated)
    {
        var dated = Compile(generated.Definition)!;
        foreach (var facts in generated.Facts)
        {
            if (DayOf(facts) is not { } day || OnDay(generated.Definition, day) is not { } definition || Compile(definition) is not { } plain)
                continue;
            var decision = dated.Evaluate(FactSet.FromJson(facts));
            // Facts that only other days read are asked for all the same.
            if (decision.Missing.Count == 0 && decision.Problems.All(problem => !problem.IsFactError))
                Assert.That(Summary(decision), Is.EqualTo(Summary(plain.Evaluate(FactSet.FromJson(facts)))), facts);
        }
    }

    private static RuleSet? Compile(RuleSetDefinition definition) => RuleSet.Compile(definition).RuleSet;

    private static DateTime? DayOf(string facts) =>
        JsonDocument.Parse(facts).RootElement.TryGetProperty("asOf", out var day)
        && DateTime.TryParseExact(day.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>What a decision says of the facts; not its hashes, nor in which row a table faulted.</summary>
    private static string Summary(Decision decision) => decision.Verdict + " " + string.Join(",", decision.Rules) + " "
        + string.Join(",", decision.Approvers.Select(approver => approver.Role)) + " " + string.Join(",", decision.Missing) + " "
        + JsonDocument.Parse(decision.ToJson()).RootElement.GetProperty("outputs").GetRawText();

    /// <summary>The ruleset without windows that holds what is in force on a day; null if a param, a table or all of its rows are not.</summary>
    private static RuleSetDefinition? OnDay(RuleSetDefinition definition, DateTime day)
    {
        var declarations = new List<Declaration>();
        foreach (var declaration in definition.Declarations)
        {
            switch (declaration)
            {
                case RuleDeclaration rule:
                    declarations.Add(OnDay(rule, day));
                    break;
                case ParamDeclaration param when IsInForce(param.Effective, day):
                    declarations.Add(new ParamDeclaration { Name = param.Name, Type = param.Type, Value = param.Value });
                    break;
                case TableDeclaration table when IsInForce(table.Effective, day):
                    if (OnDay(table, day) is not { } rows)
                        return null;
                    declarations.Add(rows);
                    break;
                case ParamDeclaration or TableDeclaration:
                    break;
                default:
                    declarations.Add(declaration);
                    break;
            }
        }
        return Names(definition.Declarations).SetEquals(Names(declarations))
            ? new RuleSetDefinition
            {
                Source = definition.Source, Name = definition.Name, Version = definition.Version, Currency = definition.Currency,
                OutputPlaces = definition.OutputPlaces, Declarations = declarations,
            }
            : null;
    }

    private static HashSet<string> Names(IEnumerable<Declaration> declarations) =>
        declarations.Select(declaration => declaration switch
        {
            ParamDeclaration param => param.Name.Text,
            TableDeclaration table => table.Name.Text,
            _ => "",
        }).ToHashSet();

    /// <summary>The rule as it is, or one that never fires but can be asked about.</summary>
    private static RuleDeclaration OnDay(RuleDeclaration rule, DateTime day) => IsInForce(rule.Effective, day)
        ? new RuleDeclaration
        {
            Kind = rule.Kind, Id = rule.Id, Title = rule.Title, Code = rule.Code, Owner = rule.Owner, ForEach = rule.ForEach, OnlyIf = rule.OnlyIf, Clauses = rule.Clauses,
        }
        : new RuleDeclaration
        {
            Kind = rule.Kind, Id = rule.Id, Title = rule.Title, Clauses = [new Clause { When = Boolean(false), Effects = [new Effect { Kind = EffectKind.Note }] }],
        };

    private static TableDeclaration? OnDay(TableDeclaration table, DateTime day)
    {
        var rows = table.Rows.Where(row => IsInForce(row.Effective, day))
            .Select(row => new TableRow { IsOtherwise = row.IsOtherwise, Cells = row.Cells, Values = row.Values }).ToArray();
        return rows.Length == 0
            ? null
            : new TableDeclaration
            {
                Name = table.Name, Parameters = table.Parameters, HitPolicy = table.HitPolicy, HitPolicyIsWritten = table.HitPolicyIsWritten,
                Aggregation = table.Aggregation, Inputs = table.Inputs, Outputs = table.Outputs, Rows = rows,
            };
    }

    private static bool IsInForce(EffectiveWindow? window, DateTime day) => window is null || (!(day < window.From?.Value) && !(day >= window.Until?.Value));
}
