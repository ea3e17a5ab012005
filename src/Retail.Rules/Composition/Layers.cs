using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Composition;

/// <summary>
/// Puts layers onto what they lie over: replaces values that they set, and sees that nothing they add changes what the rules below say. Whether a
/// value is tighter is the binder's question, who knows types. Used once; not thread-safe.
/// </summary>
internal sealed class Layers
{
    private readonly List<Diagnostic> diagnostics;

    /// <summary>The model as composed so far.</summary>
    private readonly List<Piece> pieces;

    /// <summary>The documents below the layer being put on.</summary>
    private readonly HashSet<Document> below = [];

    public Layers(IReadOnlyList<Piece> pieces, List<Diagnostic> diagnostics)
    {
        this.pieces = pieces.Where(piece => piece.Declaration is not (SetDeclaration or SetTableDeclaration)).ToList();
        this.diagnostics = diagnostics;
    }

    public IReadOnlyList<Piece> Pieces => pieces;

    /// <summary>What was changed, in the order of layers.</summary>
    public List<LayerChange> Changes { get; } = [];

    /// <summary>The texts of values and rows that layers put in.</summary>
    public Dictionary<ModelNode, SourceText> Sources { get; } = [];

    /// <summary>Puts on every layer of a stack, the lowest first.</summary>
    public void Apply(IReadOnlyList<Document> stack)
    {
        foreach (var whole in stack)
        {
            if (whole.Kind == DocumentKind.Layer)
                Apply(whole);
            foreach (var document in whole.WithParts())
            {
                below.Add(document);
                below.UnionWith(document.Reach());
            }
        }
    }

    private void Apply(Document layer)
    {
        var documents = layer.WithParts();
        CheckAdditions(documents);
        var statements = new Dictionary<string, (TextSpan Span, SourceText Source)>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            foreach (var declaration in document.Definition.Declarations)
            {
                if (declaration is SetDeclaration set && IsFirst(statements, document, set.Name, "`" + set.Name.Text + "`"))
                    Set(layer, document, set);
                else if (declaration is SetTableDeclaration table && IsFirst(statements, document, table.Name, "table `" + table.Name.Text + "`"))
                    SetTable(layer, document, table);
            }
        }
    }

    private bool IsFirst(Dictionary<string, (TextSpan Span, SourceText Source)> statements, Document document, Identifier name, string what)
    {
        if (statements.TryGetValue(name.Text, out var first))
        {
            Report(LayerDiagnostics.SetTwice, document, name, what, LineOf(first.Source, first.Span, document));
            return false;
        }
        statements.Add(name.Text, (name.Span, document.Definition.Source));
        return true;
    }

    /// <summary>Sets a param; one with windows in each of them.</summary>
    private void Set(Document layer, Document document, SetDeclaration set)
    {
        foreach (var target in Find<ParamDeclaration>(document, set.Name, "param", param => param.Name))
        {
            Sources[set.Value] = document.Definition.Source;
            Replace(layer, document, set, target, ((ParamDeclaration)target.Declaration).With(set.Value));
        }
    }

    /// <summary>Sets rows of a table, in whichever of its windows they are.</summary>
    private void SetTable(Document layer, Document document, SetTableDeclaration set)
    {
        var targets = Find<TableDeclaration>(document, set.Name, "table", table => table.Name);
        if (targets.FirstOrDefault(target => !TableText.HaveSameHeading((TableDeclaration)target.Declaration, set)) is { } other)
        {
            var table = (TableDeclaration)other.Declaration;
            Report(LayerDiagnostics.OtherColumns, document, set.Name, set.Name.Text, LineOf(other, table.Name.Span, document), TableText.HeadingOf(table));
            return;
        }
        foreach (var row in targets.Count == 0 ? [] : set.Rows)
        {
            if (set.Rows.FirstOrDefault(earlier => TableText.CellsOf(earlier) == TableText.CellsOf(row)) is { } first && first != row)
                Report(LayerDiagnostics.SetTwice, document, row, "the row", LineOf(document.Definition.Source, first.Span, document));
            else if (!targets.Any(target => ((TableDeclaration)target.Declaration).Rows.Any(below => TableText.CellsOf(below) == TableText.CellsOf(row))))
                Report(LayerDiagnostics.NoSuchRow, document, row, set.Name.Text, LineOf(targets[0], ((TableDeclaration)targets[0].Declaration).Name.Span, document));
            Sources[row] = document.Definition.Source;
        }
        foreach (var target in targets)
            Replace(layer, document, set, target, ((TableDeclaration)target.Declaration).With(RowsOf(layer, document, target, set)));
    }

    private TableRow[] RowsOf(Document layer, Document document, Piece target, SetTableDeclaration set)
    {
        var table = (TableDeclaration)target.Declaration;
        return table.Rows.Select(below =>
        {
            var row = set.Rows.FirstOrDefault(row => TableText.CellsOf(row) == TableText.CellsOf(below));
            return row is not null && (row.Values.Count != table.Outputs.Count || MayChange(layer, document, target, below, row)) ? row : below;
        }).ToArray();
    }

    /// <summary>Whether a layer may change every value that it does change in a row; reports it if not.</summary>
    private bool MayChange(Document layer, Document document, Piece target, TableRow before, TableRow after)
    {
        var table = (TableDeclaration)target.Declaration;
        for (var i = 0; i < table.Outputs.Count; i++)
        {
            if (TableText.ValueOf(before, i) == TableText.ValueOf(after, i))
                continue;
            var permission = LayerPermission.Of(layer.Definition, null, table.OverridableBy, table.Outputs[i].Within, "leave the row as it is");
            if (permission.Refusal is null)
                continue;
            var source = Sources.TryGetValue(before, out var other) ? other : target.Document.Definition.Source;
            Report(LayerDiagnostics.LoosensRow, document, after, "`" + ExpressionText.Of(table.Outputs[i].Head) + "`", LineOf(source, before.Span, document), permission.Refusal, permission.Advice);
            return false;
        }
        return true;
    }

    private void Replace(Document layer, Document document, Declaration statement, Piece target, Declaration after)
    {
        pieces[pieces.IndexOf(target)] = target with { Declaration = after };
        Sources[statement] = document.Definition.Source;
        Sources[target.Declaration] = target.Document.Definition.Source;
        Changes.Add(new LayerChange(layer.Definition, statement, target.Declaration, after));
    }

    /// <summary>The params or tables of a name below the layer, one for each window; none if there are none, which is reported.</summary>
    private IReadOnlyList<Piece> Find<T>(Document document, Identifier name, string what, Func<T, Identifier> nameOf)
        where T : Declaration
    {
        var candidates = pieces.Where(piece => piece.Declaration is T && below.Contains(piece.Document)).ToArray();
        var found = candidates.Where(piece => nameOf((T)piece.Declaration).Text == name.Text).ToArray();
        if (found.Length > 0)
            return found;
        var names = candidates.Select(piece => nameOf((T)piece.Declaration).Text).Distinct().ToArray();
        var advice = Spelling.Suggest(name.Text, names) is { } suggestion ? "did you mean `" + suggestion + "`?"
            : names.Length == 0 ? "it has none" : "it has " + string.Join(", ", names);
        Report(LayerDiagnostics.NothingToSet, document, name, what, name.Text, advice);
        return found;
    }

    /// <summary>Sees that what a layer adds leaves the rules below as they are.</summary>
    private void CheckAdditions(IReadOnlyList<Document> documents)
    {
        var lower = pieces.Where(piece => below.Contains(piece.Document)).ToArray();
        var given = new HashSet<string>(lower.Where(piece => !Names.IsOfType(piece.Declaration)).SelectMany(piece => Names.Given(piece.Declaration)).Select(name => name.Text), StringComparer.Ordinal);
        foreach (var document in documents)
        {
            foreach (var declaration in document.Definition.Declarations)
            {
                if (declaration is RuleDeclaration { Kind: RuleKind.Stop } rule && !rule.Clauses.All(StopsForGood))
                    Report(LayerDiagnostics.StopsTooMildly, document, rule.Id, rule.Id.Text);
                if (Names.IsOfType(declaration))
                    CheckMembers(document, declaration, lower, given);
                else
                    CheckNames(document, declaration, lower, given);
            }
        }
    }

    private static bool StopsForGood(Clause clause) => clause.Effects.Any(effect => effect.Kind == EffectKind.Reject);

    /// <summary>A new value of a name that rules below use for a member of an enum: values go before members.</summary>
    private void CheckNames(Document document, Declaration declaration, Piece[] lower, HashSet<string> given)
    {
        foreach (var name in Names.Given(declaration).Where(name => !given.Contains(name.Text)))
        {
            if (lower.FirstOrDefault(piece => Names.Read(piece.Declaration).Contains(name.Text)) is { } reader)
                ReportMeaning(document, name, reader);
        }
    }

    /// <summary>A new member of an open enum with the name of a value below: members go before values where an enum is expected.</summary>
    private void CheckMembers(Document document, Declaration declaration, Piece[] lower, HashSet<string> given)
    {
        if (declaration is not EnumDeclaration added || !lower.Any(piece => piece.Declaration is EnumDeclaration known && known.Name.Text == added.Name.Text))
            return;
        foreach (var member in added.Members.Where(member => given.Contains(member.Text)))
            ReportMeaning(document, member, lower.First(piece => Names.Given(piece.Declaration).Any(name => name.Text == member.Text)));
    }

    private void ReportMeaning(Document document, Identifier name, Piece reader) =>
        Report(LayerDiagnostics.ChangesMeaning, document, name, name.Text, reader.Document.Name, LineOf(reader, reader.Declaration.Span, document));

    private static string LineOf(Piece piece, TextSpan span, Document reader) => LineOf(piece.Document.Definition.Source, span, reader);

    private static string LineOf(SourceText source, TextSpan span, Document reader)
    {
        var line = source.GetPosition(span.Start).Line.ToString(CultureInfo.InvariantCulture);
        return ReferenceEquals(source, reader.Definition.Source) ? line : line + " of " + source.Path;
    }

    private void Report(DiagnosticDescriptor descriptor, Document document, ModelNode place, params object[] arguments) =>
        diagnostics.Add(Diagnostic.Create(descriptor, document.Definition.Source, place.Span, arguments));
}
