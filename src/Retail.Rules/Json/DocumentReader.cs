using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Json;

/// <summary>
/// Reads JSON into a model. What cannot be read is reported and left out, with the smallest part that holds it; the rest is read on. What the
/// text could not express is refused. One instance a document; not thread-safe.
/// </summary>
internal sealed partial class DocumentReader
{
    private readonly SourceText source;
    private readonly RuleSetJsonOptions options;
    private readonly JsonReports reports;

    public DocumentReader(SourceText source, RuleSetJsonOptions options)
    {
        this.source = source;
        this.options = options;
        reports = new JsonReports(source);
    }

    /// <summary>Levels of JSON that a level of an expression may take (a record, its members, a member), and those of a rule around it.</summary>
    private int MaxJsonDepth => (int)Math.Min(int.MaxValue - 1, 16L + (3L * options.Limits.MaxDepth));

    public DefinitionResult Read()
    {
        RuleSetDefinition? definition = null;
        if (source.Length > options.Limits.MaxFileLength)
            reports.Add(JsonDiagnostics.TooLong, new TextSpan(0, 0), source.Length, options.Limits.MaxFileLength);
        else if (new JsonSyntaxReader(source, reports, MaxJsonDepth).Read() is { } root)
            definition = ReadRoot(root);
        return new DefinitionResult(definition, reports.InOrder);
    }

    private RuleSetDefinition? ReadRoot(JsonSyntax root)
    {
        try
        {
            return IsReadable(root) ? ReadDefinition(root) : null;
        }
        catch (InsufficientExecutionStackException)
        {
            reports.Add(JsonDiagnostics.TooDeep, root, options.Limits.MaxDepth);
            return null;
        }
    }

    /// <summary>Whether the document is one of this version; another one may differ in everything and is not read on.</summary>
    private bool IsReadable(JsonSyntax root)
    {
        if (!Is(root, JsonValueKind.Object, "a ruleset, an object,"))
            return false;
        var version = root.Find("schemaVersion");
        if (version is null)
            reports.Add(JsonDiagnostics.NoSchemaVersion, new TextSpan(root.Span.Start, 1), root.Path);
        else if (version.Kind != JsonValueKind.Number || version.Text != "1")
            reports.Add(JsonDiagnostics.OtherSchemaVersion, version.Span, root.Path, source.GetText(version.Span));
        return version is null || version.Text == "1";
    }

    private RuleSetDefinition? ReadDefinition(JsonSyntax root)
    {
        var head = JsonHeads.Documents.Keys.FirstOrDefault(name => root.Find(name) is not null) ?? "ruleset";
        var what = "a " + head;
        Open(root, what, JsonHeads.Documents[head]);
        if (root.Find("$schema") is { } schema)
            ReadText(schema, "the address of the schema");
        var name = ReadPathMember(root, head, what);
        var version = head == "part" ? new Identifier { Text = "" } : ReadTitle(Required(root, "version", what));
        var below = head switch
        {
            "part" => ReadPathMember(root, "of", what),
            "layer" => ReadPathMember(root, "over", what),
            _ => null,
        };
        var owner = ReadName(root.Find("owner"));
        var uses = ReadItems(root.Find("uses"), "a list of uses", ReadUse);
        var (from, until) = ReadEffective(root.Find("effective"));
        var currency = ReadName(root.Find("currency"));
        var places = ReadPlaces(root.Find("outputPlaces"));
        var declarations = ReadItems(Required(root, "declarations", what), "a list of declarations", ReadDeclaration);
        var closing = ReadLines(root.Find("closingComments"));
        var documentation = ReadDocumentation(root);
        var comments = ReadComments(root);
        var trailing = ReadTrailing(root);
        return name is null || version is null || (below is null && head is "part" or "layer")
            ? null
            : new RuleSetDefinition
            {
                Source = source,
                Span = root.Span,
                Kind = JsonWords.DocumentKinds.First(entry => entry.Word == head).Value,
                Name = name,
                Version = version,
                Base = below,
                Owner = owner,
                Uses = uses,
                EffectiveFrom = from,
                EffectiveUntil = until,
                Currency = currency,
                OutputPlaces = places,
                Documentation = documentation,
                Comments = comments,
                TrailingComment = trailing,
                Declarations = declarations,
                ClosingComments = closing,
            };
    }

    private Identifier? ReadPathMember(JsonSyntax root, string name, string what) => Required(root, name, what) is { } path ? ReadPathName(path) : null;

    private UseClause? ReadUse(JsonSyntax node)
    {
        if (!Open(node, "a use", ["use", .. JsonHeads.NoteMembers]))
            return null;
        var names = ReadAll(Required(node, "use", "a use"), "a list of names", 1, "`use`", ReadPathName);
        return names is null ? null : new UseClause { Names = names, Span = node.Span, Comments = ReadComments(node), TrailingComment = ReadTrailing(node) };
    }

    private (DateLiteral? From, DateLiteral? Until) ReadEffective(JsonSyntax? node)
    {
        if (node is null || !Open(node, "an effective window", "from", "until"))
            return (null, null);
        var until = node.Find("until");
        if (node.Find("from") is { } from)
            return (ReadDate(from), ReadDate(until));
        if (until is not null)
            reports.Add(JsonDiagnostics.NeedsOther, until.NameSpan, node.Path, "until", "from");
        else
            reports.Add(JsonDiagnostics.MissingMember, node, "an effective window", "from");
        return (null, null);
    }

    /// <summary>The days on which a declaration or a row is in force: unlike the ruleset's own they may lack a first.</summary>
    private EffectiveWindow? ReadWindow(JsonSyntax? node)
    {
        if (node is null || !Open(node, "an effective window", "from", "until"))
            return null;
        var from = node.Find("from");
        var until = node.Find("until");
        if (from is not null || until is not null)
            return new EffectiveWindow { From = ReadDate(from), Until = ReadDate(until), Span = node.Span };
        reports.Add(JsonDiagnostics.MissingMember, node, "an effective window", "from");
        return null;
    }

    private DateLiteral? ReadDate(JsonSyntax? node)
    {
        if (node is null || ReadText(node, "a date") is not { } text)
            return null;
        var date = AtomText.ReadDate(text, node.Span);
        if (date is null)
            reports.Add(JsonDiagnostics.NotADate, node, text);
        return date;
    }

    /// <summary>A count of decimal places; whether it is a whole number from 0 to 18 is the binder's question, as for the text.</summary>
    private NumberLiteral? ReadPlaces(JsonSyntax? node)
    {
        if (node is null || !Is(node, JsonValueKind.Number, "a number of decimal places"))
            return null;
        var number = AtomText.ReadNumber(node.Text, node.Span);
        if (number is null)
            reports.Add(JsonDiagnostics.NotANumber, node, node.Text, "a whole number from 0 to 18");
        return number;
    }
}
