using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;

namespace Retail.Rules.Binding;

/// <summary>Written numbers that meet percents, be it by way of a name: 25 against 25% is always true or never, and nobody sees why.</summary>
internal sealed partial class Binder
{
    private readonly Dictionary<(ComputedSymbol Symbol, int Column), BoundLiteral?> bareNumbers = [];

    /// <summary>Bare numbers that were reported where their name meets a percent, each of them once.</summary>
    private readonly HashSet<BoundLiteral> reportedBareNumbers = [];

    /// <summary>Whether a bare number stands against a percent; reports it.</summary>
    private bool IsBareAgainstPercent(BoundExpression left, BoundExpression right) =>
        IsBareAgainst(left, right.Type) || IsBareAgainst(right, left.Type);

    private bool IsBareAgainst(BoundExpression number, RuleType other)
    {
        if (other.Kind != TypeKind.Percent || number.Type.Kind != TypeKind.Number || BareNumberIn(number) is not { Syntax: { } syntax } literal)
            return false;
        if (number.Syntax is null || IsInside(syntax, number.Syntax))
            BareNumber(syntax, literal);
        else if (reportedBareNumbers.Add(literal))
        {
            var percent = PercentOf(literal.Value);
            Report(TypeDiagnostics.BareNumberBehindName, number.Syntax, ExpressionText.Of(number.Syntax), ExpressionText.Of(syntax), LineOf(syntax.Span, Holding(syntax)), percent);
            if (ReferenceEquals(Holding(syntax), source))
                diagnostics[diagnostics.Count - 1] = diagnostics[diagnostics.Count - 1].WithFixes(new CodeFix("write `" + percent + "`", new TextEdit(syntax.Span, percent)));
        }
        return true;
    }

    /// <summary>Whether one expression is written within another.</summary>
    private static bool IsInside(Expression part, Expression whole) => ExpressionChildren.Any(whole, child => ReferenceEquals(child, part));

    /// <summary>The written number that a value is, by way of names and branches; null if it is computed, or its type is declared.</summary>
    private BoundLiteral? BareNumberIn(BoundExpression bound) => bound switch
    {
        BoundLiteral { IsBareNumber: true, Type.Kind: TypeKind.Number } literal => literal,
        BoundIf conditional => BareNumberIn(conditional.Then) ?? BareNumberIn(conditional.Else),
        BoundOtherwise otherwise => BareNumberIn(otherwise.Value) ?? BareNumberIn(otherwise.Fallback),
        BoundReference { Symbol: ComputedSymbol symbol } => BareNumberIn(symbol, 0),
        BoundInvocation invocation => BareNumberIn(invocation.Symbol, 0),
        BoundField { Target: BoundReference { Symbol: TableSymbol table } } field => BareNumberIn(table, field.Index),
        BoundField { Target: BoundInvocation { Symbol: TableSymbol table } } field => BareNumberIn(table, field.Index),
        _ => null,
    };

    /// <summary>The same of a define, or of a column of a table; found once, since names lead to names.</summary>
    private BoundLiteral? BareNumberIn(ComputedSymbol symbol, int column)
    {
        if (bareNumbers.TryGetValue((symbol, column), out var known))
            return known;
        var found = symbol switch
        {
            DefineSymbol { Syntax.Type: null } define => BareNumberIn(define.Body),
            TableSymbol { Table: { } table } when IsOfOneRow(table.Syntax) && table.Syntax.Outputs[column].Type is null =>
                table.Rows.Select(row => row.Values[column]).OfType<BoundExpression>().Select(BareNumberIn).FirstOrDefault(value => value is not null),
            _ => null,
        };
        if (symbol.State == BindingState.Done)
            bareNumbers.Add((symbol, column), found);
        return found;
    }

    private static bool IsOfOneRow(TableDeclaration table) => table.HitPolicy is HitPolicy.Unique or HitPolicy.First or HitPolicy.Any or HitPolicy.Priority;
}
