using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Text;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>Effective dating: the day that a decision is about, and the days on which rules and rows are in force.</summary>
internal sealed partial class Binder
{
    private const string DayName = "asOf";

    /// <summary>The input that says which day a decision is about; null if nothing is dated, or if there is no fit one, which was reported.</summary>
    private InputSymbol? asOf;

    private void BindDay()
    {
        var dated = definition.Declarations.FirstOrDefault(declaration => WindowsOf(declaration).Any());
        if (dated is null)
            return;
        var before = Enter(dated);
        if (!values.TryGetValue(DayName, out var symbol) || symbol is not InputSymbol input)
            diagnostics.Add(Diagnostic.Create(WindowDiagnostics.NoDay, source, WindowsOf(dated).First().Span).WithFixes(ReferenceEquals(source, definition.Source) ? DeclareDay() : []));
        else if (WhyUnfit(input) is { } why)
        {
            Enter(input.Source);
            Report(WindowDiagnostics.DayUnfit, input.Syntax.Names.First(name => name.Text == DayName), why);
        }
        else if (!input.FactType.IsError)
            asOf = input;
        if (symbol is not null)
            symbol.IsRead = true;
        source = before;
    }

    private static IEnumerable<EffectiveWindow> WindowsOf(Declaration declaration) => (declaration switch
    {
        RuleDeclaration rule => [rule.Effective],
        ParamDeclaration param => [param.Effective],
        TableDeclaration table => table.Rows.Select(row => row.Effective).Concat([table.Effective]),
        _ => (IEnumerable<EffectiveWindow?>)[],
    }).OfType<EffectiveWindow>().OrderBy(window => window.Span.Start);

    private static string? WhyUnfit(InputSymbol input)
    {
        if (input.FactType.IsError)
            return null;
        if (input.FactType.Kind != TypeKind.Date)
            return "is " + A(input.FactType.AsKnown());
        if (input.FactType.IsOptional || input.Syntax.RequiredWhen is not null)
            return "may be unknown";
        return input.Syntax.Default is null ? null : "has a default";
    }

    /// <summary>A line below the header; none in JSON, where the header holds the declarations.</summary>
    private CodeFix[] DeclareDay()
    {
        var header = definition.Span;
        if (header.End > definition.Declarations[0].Span.Start)
            return [];
        var end = source.Content.IndexOf('\n', header.End);
        var place = end < 0 ? source.Length : end > 0 && source.Content[end - 1] == '\r' ? end - 1 : end;
        return [new CodeFix("declare `asOf`", new TextEdit(new TextSpan(place, 0), "\n\ninput asOf : date"))];
    }

    /// <summary>The days of a window; null for always, and for a window that is empty, which is reported.</summary>
    private DayRange? BindWindow(EffectiveWindow? window)
    {
        if (window is null || IsEmpty(window.From, window.Until) || asOf is null)
            return null;
        return new DayRange(window.From?.Value, window.Until?.Value);
    }

    private bool IsEmpty(DateLiteral? from, DateLiteral? until)
    {
        if (from is null || until is null || from.Value < until.Value)
            return false;
        var before = Enter(until);
        Report(NameDiagnostics.EmptyWindow, until, ExpressionText.Of(from), ExpressionText.Of(until));
        source = before;
        return true;
    }

    private BoundReference ReferToDay() => new(new NameExpression { Name = DayName }, asOf!, RuleType.Date);

    /// <summary>The column that a table with dated rows has besides its own: the day, tested first, so that no other cell of a row that is not in force is even computed.</summary>
    private BoundColumn BindDayColumn(TableDeclaration table) =>
        new(DayName, ReferToDay(), new LocalSymbol("?", table.Name.Span, RuleType.Date), RuleType.Date);

    private BoundCell BindDayCell(TableRow row)
    {
        var syntax = new Cell { Tests = [], Span = (row.Effective ?? (ModelNode)row).Span };
        if (BindWindow(row.Effective) is not { } days)
            return new BoundCell(syntax, false, []);
        var test = (days.From, days.Until) switch
        {
            ({ } from, { } until) => new BoundCellTest(CellTestKind.Interval, default, null, new BoundInterval(Day(from), Day(until), true, false)),
            ({ } from, null) => new BoundCellTest(CellTestKind.Comparison, BinaryOperator.GreaterOrEqual, Day(from), null),
            (_, var until) => new BoundCellTest(CellTestKind.Comparison, BinaryOperator.Less, Day(until!.Value), null),
        };
        return new BoundCell(syntax, false, [test]);
    }

    private static BoundLiteral Day(System.DateTime day) => new(new DateLiteral { Value = day }, RuleType.Date, new Value(Calendar.DayNumber(day)));
}
