using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>Params and tables that are declared once for each of several windows: one name, of whose declarations the day picks one.</summary>
internal sealed partial class Binder
{
    /// <summary>
    /// Declares a param or table, or one more window of it. Two that both lack a window are a name declared twice, and so are those of two documents:
    /// who adds a window to what another declares would change it.
    /// </summary>
    private void DeclareVersion(Identifier name, ValueSymbol symbol, EffectiveWindow? window, Declaration declaration)
    {
        Locate(symbol, declaration);
        var dated = values.TryGetValue(name.Text, out var first) ? first as DatedSymbol : null;
        if (first is null || !ReferenceEquals(first.Source, source) || (dated?.Versions[0] ?? first).GetType() != symbol.GetType() || (dated is null && window is null))
            Declare(name, window is null ? symbol : new DatedSymbol(symbol), declaration);
        else if (dated is not null)
        {
            dated.Add(symbol);
        }
        else
        {
            values[name.Text] = dated = new DatedSymbol(first) { Source = first.Source, IsShared = first.IsShared };
            dated.Add(symbol);
        }
    }

    private static bool IsParam(ValueSymbol symbol) => symbol is ParamSymbol or DatedSymbol { Versions: [ParamSymbol, ..] };

    private static bool IsVersion(ValueSymbol symbol) => symbol is TableSymbol { IsVersion: true };

    private static Identifier NameOf(ValueSymbol version) => version is TableSymbol table ? table.Syntax.Name : ((ParamSymbol)version).Syntax.Name;

    private static EffectiveWindow? WindowOf(ValueSymbol version) => version is TableSymbol table ? table.Syntax.Effective : ((ParamSymbol)version).Syntax.Effective;

    private void BindDated(DatedSymbol dated)
    {
        var isSet = parameters.ContainsKey(dated.Name);
        foreach (var version in dated.Versions)
        {
            var findings = diagnostics.Count;
            BindVersion(version);
            // What the host set is as wrong for the other windows.
            if (isSet && diagnostics.Count > findings)
                return;
        }
        if (dated.Versions[0] is TableSymbol first)
            dated.Parameters = first.Parameters.Select(parameter => new LocalSymbol(parameter.Name, parameter.Span, parameter.Type)).ToArray();
        var days = dated.Versions.Select(version => WindowOf(version) is { } window ? BindWindow(window) : DayRange.Always).ToArray();
        if (!HaveOneShape(dated.Versions) || days.Any(range => range is null) || Overlap(dated, days!))
            return;
        ReportGaps(dated, days!);
        if (dated.Versions.Any(version => version.Type.IsError))
            return;
        var type = dated.Versions.Skip(1).Aggregate(dated.Versions[0].Type, (common, version) => Merge(common, version.Type) ?? RuleType.Error);
        if (type.IsError)
        {
            ReportShape(dated.Versions, dated.Versions.First(version => Merge(dated.Versions[0].Type, version.Type) is null), "the type");
            return;
        }
        dated.Type = type;
        dated.Body = isSet
            ? Version(dated, dated.Versions[0])
            : new BoundInForce(dated.Name, ReferToDay(), dated.Versions.Select((version, i) => (days[i]!, Version(dated, version))).ToArray(), type);
    }

    private void BindVersion(ValueSymbol version)
    {
        if (version is ParamSymbol param)
        {
            EnsureParam(param, null);
            return;
        }
        var table = (TableSymbol)version;
        EnsureBound(table, null);
        if (table.OutcomePath is { } path)
            ReachOutcome(path);
    }

    /// <summary>What a version stands for, as the body of its name.</summary>
    private static BoundExpression Version(DatedSymbol dated, ValueSymbol version)
    {
        if (version is ParamSymbol param)
            return new BoundLiteral(param.Syntax.Value, dated.Type, param.Value);
        var name = new NameExpression { Name = dated.Name };
        return dated.Parameters.Count == 0
            ? new BoundReference(name, version, dated.Type)
            : new BoundInvocation(name, (TableSymbol)version, dated.Parameters.Select(parameter => new BoundReference(null, parameter, parameter.Type)).ToArray(), dated.Type);
    }

    /// <summary>Whether windows share a day; each that does is reported.</summary>
    private bool Overlap(DatedSymbol dated, DayRange[] days)
    {
        var found = false;
        for (var i = 1; i < days.Length; i++)
        {
            var earlier = System.Array.FindIndex(days, 0, i, other => other.Intersect(days[i]) is not null);
            if (earlier < 0)
                continue;
            found = true;
            Report(WindowDiagnostics.Overlap, NameOf(dated.Versions[i]), dated.Name, Words(days[earlier].Intersect(days[i])!), LineOf(dated.Versions[earlier].Span));
        }
        return found;
    }

    private void ReportGaps(DatedSymbol dated, DayRange[] days)
    {
        var order = Enumerable.Range(0, days.Length).OrderBy(i => days[i].From ?? System.DateTime.MinValue).ToArray();
        for (var i = 1; i < order.Length; i++)
        {
            var (before, after) = (days[order[i - 1]], days[order[i]]);
            if (before.Until < after.From)
            {
                Report(WindowDiagnostics.Gap, NameOf(dated.Versions[order[i]]), dated.Name, DayRange.Print(before.Until!.Value), DayRange.Print(after.From!.Value),
                    LineOf(dated.Versions[order[i - 1]].Span));
            }
        }
    }

    private static string Words(DayRange days) => (days.From, days.Until) switch
    {
        ({ } from, { } until) => "the days from " + DayRange.Print(from) + " to before " + DayRange.Print(until),
        ({ } from, null) => "the days from " + DayRange.Print(from) + " on",
        (null, { } until) => "the days before " + DayRange.Print(until),
        _ => "all days",
    };

    /// <summary>Whether the declarations differ in values and rows alone; else the first that differs in more is reported.</summary>
    private bool HaveOneShape(IReadOnlyList<ValueSymbol> versions)
    {
        for (var i = 1; i < versions.Count; i++)
        {
            var what = (versions[0], versions[i]) switch
            {
                (ParamSymbol first, ParamSymbol other) => SameType(first.Syntax.Type, other.Syntax.Type) ? null : "the type",
                (TableSymbol first, TableSymbol other) => DifferenceOf(first.Syntax, other.Syntax),
                _ => null,
            };
            if (what is null)
                continue;
            ReportShape(versions, versions[i], what);
            return false;
        }
        return true;
    }

    private void ReportShape(IReadOnlyList<ValueSymbol> versions, ValueSymbol version, string what) =>
        Report(WindowDiagnostics.OtherShape, NameOf(version), what, version.Name, LineOf(versions[0].Span));

    private static string? DifferenceOf(TableDeclaration first, TableDeclaration other)
    {
        if (first.Parameters.Count != other.Parameters.Count
            || first.Parameters.Where((parameter, i) => parameter.Name.Text != other.Parameters[i].Name.Text || !SameType(parameter.Type, other.Parameters[i].Type)).Any())
            return "the list of parameters";
        if (first.HitPolicy != other.HitPolicy || first.Aggregation != other.Aggregation)
            return "the hit policy";
        return HeadsOf(first.Inputs).SequenceEqual(HeadsOf(other.Inputs)) && HeadsOf(first.Outputs).SequenceEqual(HeadsOf(other.Outputs)) ? null : "the list of columns";
    }

    private static IEnumerable<string> HeadsOf(IEnumerable<Column> columns) => columns.Select(column => ExpressionText.Of(column.Head));

    private static bool SameType(TypeReference left, TypeReference right) =>
        left.Name.Text == right.Name.Text && left.IsList == right.IsList && left.IsOptional == right.IsOptional;

    /// <summary>The common type of two tables of the same columns: one of their values, or member by member; null if there is none.</summary>
    private static RuleType? Merge(RuleType left, RuleType right)
    {
        if (Common(left, right) is { } common)
            return common;
        RuleType merged;
        if (left.Kind == TypeKind.List && right.Kind == TypeKind.List && Merge(left.Element!, right.Element!) is { } element)
            merged = RuleType.ListOf(element);
        else if (left.Record is { Name: null } && right.Record is { Name: null } && left.Record.Fields.Count == right.Record.Fields.Count)
        {
            var fields = left.Record.Fields.Select((field, i) => (field.Name, Type: Merge(field.Type, right.Record.Fields[i].Type))).ToArray();
            if (fields.Any(field => field.Type is null))
                return null;
            merged = RuleType.Of(new RecordType(null, fields.Select(field => new Field(field.Name, field.Type!)).ToArray()));
        }
        else
            return null;
        return left.IsOptional || right.IsOptional ? merged.AsOptional() : merged;
    }
}
