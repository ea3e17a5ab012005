using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Retail.Rules.Diagnostics;
using Retail.Rules.Json;
using Retail.Rules.Text;

namespace Retail.Rules.Comparison;

/// <summary>Reads a suite from JSON. One instance a document; not thread-safe.</summary>
internal sealed class SuiteReader
{
    /// <summary>The suite, its cases, and a case, around facts that may nest as deeply as any.</summary>
    private const int LevelsAroundFacts = 3;

    private const string Advice = "see `RuleSuite.Read`";

    private static readonly string[] SuiteMembers = ["$schema", "ruleset", "cases"];
    private static readonly string[] CaseMembers = ["id", "title", "given", "expect"];

    private static readonly string[] DecisionMembers =
        ["ruleset", "version", "hash", "factsHash", "id", "case", "verdict", "rules", "approvers", "referrals", "conditions", "reasons", "missing", "problems", "warnings", "outputs"];

    private readonly SourceText source;
    private readonly JsonReports reports;
    private readonly Dictionary<string, JsonSyntax> ids = new(StringComparer.Ordinal);

    public SuiteReader(SourceText source)
    {
        this.source = source;
        reports = new JsonReports(source);
    }

    public RuleSuiteResult Read()
    {
        RuleSuite? suite = null;
        if (new JsonSyntaxReader(source, reports, RuleSetLimits.Default.MaxDepth + LevelsAroundFacts).Read() is { } root)
            suite = ReadSuite(root);
        return new RuleSuiteResult(reports.Count == 0 ? suite : null, reports.InOrder);
    }

    private RuleSuite? ReadSuite(JsonSyntax root)
    {
        if (!Open(root, "a suite", SuiteMembers))
            return null;
        var name = Required(root, "ruleset", "a suite", JsonValueKind.String, "the name of a ruleset");
        var cases = Required(root, "cases", "a suite", JsonValueKind.Array, "a list of cases")?.Children.Select(ReadCase).ToArray();
        return name is null || cases is null || reports.Count > 0 ? null : new RuleSuite(name.Text, cases!);
    }

    private SuiteCase? ReadCase(JsonSyntax json)
    {
        if (!Open(json, "a case", CaseMembers))
            return null;
        var id = Required(json, "id", "a case", JsonValueKind.String, "a text");
        var title = json.Find("title");
        if (title is not null)
            Is(title, JsonValueKind.String, "a text");
        var given = Required(json, "given", "a case", JsonValueKind.Object, "an object of facts");
        var expect = json.Find("expect");
        if (expect is null)
            Required(json, "expect", "a case", JsonValueKind.Object, "an object");
        else
            Open(expect, "a decision", DecisionMembers);
        if (id is not null)
            CheckUnique(id);
        return id is null || given is null || expect is null || reports.Count > 0 ? null : new SuiteCase(id.Text, title?.Text, Element(given), Element(expect));
    }

    private void CheckUnique(JsonSyntax id)
    {
        if (ids.TryGetValue(id.Text, out var first))
            reports.Add(SuiteDiagnostics.DuplicateCase, id, id.Text, source.GetPosition(first.Span.Start).Line);
        else
            ids.Add(id.Text, id);
    }

    private bool Is(JsonSyntax json, JsonValueKind kind, string expected)
    {
        if (json.Kind != kind && json.Kind != JsonValueKind.Undefined)
            reports.Add(JsonDiagnostics.WrongKind, json, expected, KindName(json.Kind), Advice);
        return json.Kind == kind;
    }

    /// <summary>Whether a value is an object; reports every member that it may not have.</summary>
    private bool Open(JsonSyntax json, string what, string[] members)
    {
        if (!Is(json, JsonValueKind.Object, what + ", an object,"))
            return false;
        foreach (var member in json.Children)
        {
            if (Array.IndexOf(members, member.Name) < 0)
                reports.AddUnknown(JsonDiagnostics.UnknownMember, json, new TextSpan(member.NameSpan.Start + 1, member.NameSpan.Length - 2), member.Name, members, what);
        }
        return true;
    }

    /// <summary>A member that must be there; null if it is not, or of another kind, which is reported unless a misspelling explains it.</summary>
    private JsonSyntax? Required(JsonSyntax json, string name, string what, JsonValueKind kind, string expected)
    {
        if (json.Find(name) is { } found)
            return Is(found, kind, expected) ? found : null;
        if (!json.Children.Any(child => Array.IndexOf(SuiteMembers, child.Name) < 0 && Array.IndexOf(CaseMembers, child.Name) < 0 && Spelling.Suggest(child.Name, [name]) is not null))
            reports.Add(JsonDiagnostics.MissingMember, json, what, name);
        return null;
    }

    /// <summary>The value as the facts reader and the comparison take it, from the text itself, so that no digit is lost.</summary>
    private JsonElement Element(JsonSyntax json)
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, MaxDepth = RuleSetLimits.Default.MaxDepth + LevelsAroundFacts };
        using var document = JsonDocument.Parse(source.Content.AsMemory(json.Span.Start, json.Span.Length), options);
        return document.RootElement.Clone();
    }

    private static string KindName(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
