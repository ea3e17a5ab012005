using System.Collections.Generic;
using System.Text.Json;
using Retail.Rules.Model;

namespace Retail.Rules.Json;

/// <summary>Facts and examples.</summary>
internal sealed partial class DocumentReader
{
    private FactsDeclaration? ReadFacts(JsonSyntax node)
    {
        var name = ReadName(node.Find("facts"));
        var record = ReadRecord(Required(node, "record", "`facts`"));
        return name is null || record is null
            ? null
            : new FactsDeclaration
            {
                Name = name, Record = record,
                Span = node.Span, Documentation = ReadDocumentation(node), Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    private ExampleDeclaration? ReadExample(JsonSyntax node)
    {
        var title = ReadTitle(node.Find("example"));
        var given = Required(node, "given", "an example");
        var isNamed = given?.Kind == JsonValueKind.String;
        var replaced = node.Find("with");
        if (replaced is not null && given is not null && !isNamed)
            reports.Add(JsonDiagnostics.NotTogether, replaced.NameSpan, node.Path, "with", "given");
        var baseFacts = isNamed ? ReadName(given) : null;
        var facts = ReadRecord(isNamed ? replaced : given);
        var verdict = ReadName(node.Find("expect"), NameSyntax.IsVerdict);
        var rules = ReadExpected(node.Find("rules"));
        var approvers = ReadExpectedTexts(node.Find("approvers"));
        var conditions = ReadExpected(node.Find("conditions"));
        var missing = ReadExpectedTexts(node.Find("missing"));
        var outputs = ReadRecord(node.Find("outputs"));
        return title is null || (baseFacts is null && facts is null)
            ? null
            : new ExampleDeclaration
            {
                Title = title, BaseFacts = baseFacts, Facts = facts, Verdict = verdict,
                Rules = rules, Approvers = approvers, Conditions = conditions, Missing = missing, Outputs = outputs,
                Span = node.Span, Documentation = ReadDocumentation(node), Comments = ReadComments(node), TrailingComment = ReadTrailing(node),
            };
    }

    /// <summary>Rule ids; an empty list is <c>none</c>.</summary>
    private List<Identifier>? ReadExpected(JsonSyntax? node) => ReadAll(node, "a list of names", 0, "", ReadName);

    /// <summary>Roles and missing facts, which are quoted in the text where they are not names: <c>funding[0].status</c>.</summary>
    private List<Identifier>? ReadExpectedTexts(JsonSyntax? node) => ReadAll(node, "a list of names", 0, "", ReadQuotable);
}
