using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Retail.Rules.Books.Tests;

/// <summary>
/// Decisions in one comparable form, whoever made them: a line each for verdict, rules, approvers, ids of conditions, missing facts and every
/// output. Numbers are written as exact fractions, members of records in ordinal order.
/// </summary>
internal static class DecisionText
{
    public static string Of(Decision decision) => string.Join('\n',
        Part("verdict", decision.Verdict?.ToString()),
        Part("rules", Show(decision.Rules)),
        Part("approvers", Record(decision.Approvers.Select(approver => (approver.Role, Show(approver.Rules))))),
        Part("conditions", Show(decision.Conditions.Select(condition => condition.Rule).Distinct())),
        Part("missing", Show(decision.Missing)),
        Part("outputs", Outputs(decision.Outputs.Select(output => (output.Key, Show(output.Value))))));

    public static string Of(Judgement judgement) => string.Join('\n',
        Part("verdict", judgement.Verdict.ToString()),
        Part("rules", Show(judgement.Rules)),
        Part("approvers", Record(judgement.Approvers.Select(approver => (approver.Key, Show(approver.Value))))),
        Part("conditions", Show(judgement.Conditions)),
        Part("missing", Show(judgement.Missing)),
        Part("outputs", Outputs(judgement.Outputs.Select(output => (output.Key, Show(output.Value))))));

    public static string Show(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        decimal number => ((Ratio)number).ToString(),
        Ratio number => number.ToString(),
        IEnumerable<KeyValuePair<string, object>> record => Record(record.Select(member => (member.Key, Show(member.Value)))),
        IEnumerable<object> list => "[" + string.Join(", ", list.Select(Show)) + "]",
        JsonElement json => Show(json),
        _ => throw new ArgumentException("not a value of a decision: " + value.GetType(), nameof(value)),
    };

    private static string Show(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Number => Show(json.GetDecimal()),
        JsonValueKind.True or JsonValueKind.False => Show(json.GetBoolean()),
        JsonValueKind.Array => "[" + string.Join(", ", json.EnumerateArray().Select(Show)) + "]",
        _ => Record(json.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null).Select(member => (member.Name, Show(member.Value)))),
    };

    private static string Part(string name, string? value) => name + ": " + value;

    private static string Outputs(IEnumerable<(string Name, string Value)> outputs) =>
        string.Concat(outputs.OrderBy(output => output.Name, StringComparer.Ordinal).Select(output => "\n  " + output.Name + ": " + output.Value));

    private static string Record(IEnumerable<(string Name, string Value)> members) =>
        "{" + string.Join(", ", members.OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => member.Name + ": " + member.Value)) + "}";
}
