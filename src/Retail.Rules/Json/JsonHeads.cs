using System.Collections.Generic;
using Retail.Rules.Model;

namespace Retail.Rules.Json;

/// <summary>Which members objects may hold. Declarations and trees are told apart by one member, their head. The schema says the same.</summary>
internal static class JsonHeads
{
    public static readonly string[] NoteMembers = ["comments", "trailingComment"];

    private static readonly string[] DeclarationNoteMembers = ["documentation", "comments", "trailingComment"];

    private static readonly string[] HeaderMembers =
    [
        "$schema", "schemaVersion", "effective", "currency", "outputPlaces", "owner", "uses", "documentation", "comments",
        "trailingComment", "declarations", "closingComments",
    ];

    /// <summary>What a document may hold, by the member that says what it is and gives its name.</summary>
    public static readonly Dictionary<string, string[]> Documents = new()
    {
        ["ruleset"] = ["ruleset", "version", .. HeaderMembers],
        ["vocabulary"] = ["vocabulary", "version", .. HeaderMembers],
        ["part"] = ["part", "of", .. HeaderMembers],
        ["layer"] = ["layer", "over", "version", .. HeaderMembers],
    };

    /// <summary>What a declaration may hold, by the member that says which it is.</summary>
    public static readonly Dictionary<string, string[]> Declarations = new()
    {
        ["enum"] = ["enum", "kind", "members", .. DeclarationNoteMembers],
        ["type"] = ["type", "fields", .. DeclarationNoteMembers],
        ["input"] = ["input", "type", "default", "requiredWhen", "critical", .. DeclarationNoteMembers],
        ["param"] = ["param", "type", "value", "tighter", "within", "owner", "overridableBy", "effective", .. DeclarationNoteMembers],
        ["set"] = ["set", "value", .. DeclarationNoteMembers],
        ["setTable"] = ["setTable", "inputs", "outputs", "rows", .. DeclarationNoteMembers],
        ["define"] = ["define", "parameters", "type", "value", "onlyIf", .. DeclarationNoteMembers],
        ["score"] = ["score", "type", "value", "onlyIf", .. DeclarationNoteMembers],
        ["table"] = ["table", "parameters", "hit", "overridableBy", "effective", "inputs", "outputs", "rows", .. DeclarationNoteMembers],
        ["select"] = ["select", "item", "from", "key", "defines", "exclusions", "scores", "prefer", "rankBy", .. DeclarationNoteMembers],
        ["rule"] = ["rule", "title", "code", "owner", "kind", "effective", "forEach", "onlyIf", "clauses", .. DeclarationNoteMembers],
        ["output"] = ["output", "value", "onlyIf", "places", .. DeclarationNoteMembers],
        ["never"] = ["never", "when", .. DeclarationNoteMembers],
        ["facts"] = ["facts", "record", .. DeclarationNoteMembers],
        ["example"] =
            ["example", "given", "with", "expect", "rules", "approvers", "conditions", "missing", "outputs", .. DeclarationNoteMembers],
    };

    /// <summary>What a tree may hold, by the member that says which it is.</summary>
    public static readonly Dictionary<string, string[]> Expressions = new()
    {
        ["op"] = ["op", "left", "right"],
        ["and"] = ["and"],
        ["or"] = ["or"],
        ["not"] = ["not"],
        ["is"] = ["is", "of"],
        ["negate"] = ["negate"],
        ["if"] = ["if", "then", "else"],
        ["otherwise"] = ["otherwise"],
        ["call"] = ["call", "with"],
        ["member"] = ["member", "of"],
        ["text"] = ["text"],
        ["list"] = ["list"],
        ["interval"] = ["interval", "low", "high"],
        ["record"] = ["record"],
        ["sum"] = ["sum", "for", "in", "where"],
        ["min"] = ["min", "for", "in", "where"],
        ["max"] = ["max", "for", "in", "where"],
        ["each"] = ["each", "for", "in", "where"],
        ["first"] = ["first", "in", "where"],
        ["any"] = ["any", "in", "where"],
        ["count"] = ["count", "in", "where"],
        ["split"] = ["split", "over", "in", "by", "places"],
    };

    public static readonly Dictionary<string, AggregateKind> Aggregates = new()
    {
        ["sum"] = AggregateKind.Sum, ["min"] = AggregateKind.Min, ["max"] = AggregateKind.Max, ["each"] = AggregateKind.List,
        ["first"] = AggregateKind.First, ["any"] = AggregateKind.Any, ["count"] = AggregateKind.Count,
    };
}
