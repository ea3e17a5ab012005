using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Composition;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>What layers changed: whether it is tighter, and if not, whether they may; and the bounds that hold for all.</summary>
internal sealed partial class Binder
{
    private void CheckLayers()
    {
        foreach (var change in definition.Changes)
        {
            if (change is { Before: ParamDeclaration before, After: ParamDeclaration after } && ParamOf(after.Name.Text) is { Type.IsError: false } param)
                CheckChange(change, before, after, param.Type);
        }
        source = definition.Source;
    }

    /// <summary>A param of a name, whatever its window: all have one type.</summary>
    private ParamSymbol? ParamOf(string name) =>
        values.TryGetValue(name, out var symbol) ? symbol as ParamSymbol ?? (symbol as DatedSymbol)?.Versions[0] as ParamSymbol : null;

    private void CheckChange(LayerChange change, ParamDeclaration before, ParamDeclaration after, RuleType type)
    {
        if (Peek(after.Value, after, type) is not { } value)
            return;
        // What cannot be compared counts as looser.
        if (Peek(before.Value, before, type) is { } old
            && (StructuralKeys.OfConstant(old) == StructuralKeys.OfConstant(value) || IsTighter(before.Tighter, type, old, value)))
            return;
        var permission = LayerPermission.Of(change.Layer, before.Owner, before.OverridableBy, before.Within, "set what is tighter");
        if (permission.Refusal is null)
            return;
        Enter(definition.Origins.Find(change.Statement));
        var oldSource = definition.Origins.Find(before.Value) ?? definition.SourceOf(before);
        Report(LayerDiagnostics.Loosens, ((SetDeclaration)change.Statement).Value, before.Name.Text, ExpressionText.Of(before.Value), LineOf(before.Value.Span, oldSource),
            ExpressionText.Of(after.Value), before.Tighter == TighterDirection.Unknown ? "may loosen it" : "loosens it", permission.Refusal, permission.Advice);
    }

    /// <summary>A value of a param, without saying what is wrong with it: where it counts, that has been said.</summary>
    private Value? Peek(Expression value, Declaration declaration, RuleType type)
    {
        Enter(definition.Origins.Find(value) ?? definition.SourceOf(declaration));
        var count = diagnostics.Count;
        var bound = BindDefault(value, type);
        diagnostics.RemoveRange(count, diagnostics.Count - count);
        return bound;
    }

    private static bool IsTighter(TighterDirection direction, RuleType type, in Value old, in Value value)
    {
        if (direction == TighterDirection.Unknown || !old.IsKnown || !value.IsKnown)
            return false;
        var order = type.Kind == TypeKind.Enum ? type.Enum!.IndexOf(value.Text).CompareTo(type.Enum.IndexOf(old.Text)) : Exact.Compare(value, old);
        return direction == TighterDirection.Lower ? order < 0 : order > 0;
    }

    private void CheckDirection(ParamSymbol param)
    {
        if (param.Syntax.Tighter != TighterDirection.Unknown && !param.Type.IsOrdered)
            Report(LayerDiagnostics.NoDirection, param.Syntax.Name, param.Name, A(param.Type));
    }

    private void CheckRoles(IEnumerable<Identifier> names)
    {
        foreach (var name in roles is null || roles.Kind == EnumKind.Open ? [] : names.Where(name => roles.IndexOf(name.Text) < 0))
            FailWithSuggestion(NameDiagnostics.UnknownEnumMember, name, Spelling.Suggest(name.Text, roles!.Members), "declare the role", name.Text, roles.Name);
    }

    /// <summary>Sees that the values of a table are inside the bounds of their columns.</summary>
    private void CheckBounds(BoundTable table)
    {
        for (var i = 0; i < table.Outputs.Count; i++)
        {
            if (table.Syntax.Outputs[i].Within is not { } within)
                continue;
            foreach (var row in table.Rows)
            {
                if (row.Values[i] is not { } bound || row.Syntax.Values[i] is not { } written)
                    continue;
                var isConstant = Constants.TryEvaluate(bound, out var value);
                var inside = isConstant ? IsWithin(within, table.Outputs[i].Type.AsKnown(), value) : false;
                if (inside is null)
                    break;
                if (inside.Value)
                    continue;
                var around = Enter(row.Syntax);
                if (isConstant)
                    Report(TypeDiagnostics.OutsideBounds, written, "`" + ExpressionText.Of(written) + "`", table.Outputs[i].Name, ExpressionText.Of(within), "choose a value inside");
                else
                    Report(TypeDiagnostics.NotConstant, written, ExpressionText.Of(written), "a column with bounds");
                source = around;
            }
        }
    }

    /// <summary>Whether a value is in an interval or list; null if that cannot be said, which is reported.</summary>
    private bool? IsWithin(Expression within, RuleType type, in Value value)
    {
        if (within is IntervalExpression interval)
        {
            if (BindInterval(interval, type, Place.Top) is not { } bound)
                return null;
            if (Constants.TryEvaluate(bound.Low, out var low) && Constants.TryEvaluate(bound.High, out var high))
                return value.IsKnown && IsInside(value, low, high, bound);
        }
        else
        {
            var list = BindAs(within, Place.Top, RuleType.ListOf(type));
            if (list.Type.IsError)
                return null;
            if (Constants.TryEvaluate(list, out var allowed))
            {
                var key = StructuralKeys.OfConstant(value);
                return allowed.Composite.Items.Take(allowed.Composite.Count).Any(item => StructuralKeys.OfConstant(item) == key);
            }
        }
        Report(TypeDiagnostics.NotConstant, within, ExpressionText.Of(within), "`within`");
        return null;
    }
}
