using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>
/// Writes a bound expression as a text that is the same for the same computation, whatever its layout: what flow typing compares conditions
/// by and the planner finds shared sub-expressions by. One instance a ruleset; not thread-safe.
/// </summary>
internal sealed class StructuralKeys
{
    private readonly Dictionary<ValueSymbol, int> ids = new();

    /// <summary>Items and members that the expression being written declares itself: called by their depth, so that their names do not count.</summary>
    private readonly List<ValueSymbol> own = [];

    /// <summary>The key of a path (a name and members), or null for anything else.</summary>
    public string? PathOf(BoundExpression expression) => expression switch
    {
        BoundReference reference => "#" + IdOf(reference.Symbol),
        BoundField field => PathOf(field.Target) is { } target ? target + "." + field.Name : null,
        _ => null,
    };

    public string Of(BoundExpression expression)
    {
        var text = new StringBuilder();
        Write(text, expression);
        return text.ToString();
    }

    public static string OfConstant(in Value value) =>
        value.IsUnknown ? "unknown"
        : value.Reference is string text ? text.Length.ToString(CultureInfo.InvariantCulture) + "'" + text + "'"
        : value.Reference is Composite composite ? OfItems(composite)
        : value.Reference is BigRational big ? big.Numerator + "/" + big.Denominator
        : Normalised(value.Numerator) + (value.Denominator == 0m ? "" : "/" + Normalised(value.Denominator));

    private static string Normalised(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    private static string OfItems(Composite composite)
    {
        var text = new StringBuilder("[");
        for (var i = 0; i < composite.Count; i++)
            text.Append(OfConstant(composite.Items[i])).Append(',');
        return text.Append(']').ToString();
    }

    private string IdOf(ValueSymbol symbol)
    {
        if (!ids.TryGetValue(symbol, out var id))
            ids.Add(symbol, id = ids.Count);
        return id.ToString(CultureInfo.InvariantCulture);
    }

    private string NameOf(ValueSymbol symbol) => own.IndexOf(symbol) is var depth and >= 0
        ? "@" + depth.ToString(CultureInfo.InvariantCulture)
        : "#" + IdOf(symbol);

    private void Write(StringBuilder text, BoundExpression expression)
    {
        switch (expression)
        {
            case BoundLiteral literal:
                text.Append(OfConstant(literal.Value));
                break;
            case BoundReference reference:
                text.Append(NameOf(reference.Symbol));
                break;
            case BoundField field:
                Write(text, field.Target);
                text.Append('.').Append(field.Name);
                break;
            case BoundCall call:
                WriteCall(text, call.Function + call.Type.Currency, call.Arguments);
                break;
            case BoundInvocation invocation:
                WriteCall(text, "#" + IdOf(invocation.Symbol), invocation.Arguments);
                break;
            case BoundRuleQuery query:
                text.Append(query.AsksVerdict ? "verdict(" : "fired(").Append(string.Join(",", query.RuleIds)).Append(')');
                break;
            case BoundNegation negation:
                WriteCall(text, "-", [negation.Operand]);
                break;
            case BoundNot not:
                WriteCall(text, "not", [not.Operand]);
                break;
            case BoundArithmetic arithmetic:
                WriteCall(text, arithmetic.Operator + Moment(arithmetic.Type), [arithmetic.Left, arithmetic.Right]);
                break;
            case BoundComparison comparison:
                WriteCall(text, comparison.Operator.ToString(), [comparison.Left, comparison.Right]);
                break;
            case BoundRelation relation:
                WriteCall(text, relation.Operator.ToString(), [relation.Left, relation.Right]);
                break;
            case BoundInInterval inside:
                text.Append(inside.Interval.IncludesLow ? "[" : "(").Append(inside.Interval.IncludesHigh ? "]" : ")");
                WriteCall(text, "within", [inside.Operand, inside.Interval.Low, inside.Interval.High]);
                break;
            case BoundLogical logical:
                WriteCall(text, logical.IsAnd ? "and" : "or", logical.Operands);
                break;
            case BoundIs test:
                WriteCall(text, test.AsksEmpty ? "empty" : "known", [test.Operand]);
                break;
            case BoundOtherwise otherwise:
                WriteCall(text, "otherwise", [otherwise.Value, otherwise.Fallback]);
                break;
            case BoundIf conditional:
                WriteCall(text, "if", [conditional.Condition, conditional.Then, conditional.Else]);
                break;
            case BoundList list:
                WriteCall(text, "list", list.Items);
                break;
            case BoundRecord record:
                WriteRecord(text, record);
                break;
            case BoundAggregate aggregate:
                WriteAggregate(text, aggregate);
                break;
            case BoundSplit split:
                WriteSplit(text, split);
                break;
            default:
                text.Append("error");
                break;
        }
    }

    private void WriteCall(StringBuilder text, string name, IReadOnlyList<BoundExpression> arguments)
    {
        text.Append(name).Append('(');
        foreach (var argument in arguments)
        {
            Write(text, argument);
            text.Append(',');
        }
        text.Append(')');
    }

    private void WriteRecord(StringBuilder text, BoundRecord record)
    {
        text.Append('{');
        foreach (var member in record.Members)
        {
            text.Append(member.Symbol.Name).Append(':');
            Write(text, member.Value);
            if (member.OnlyIf is not null)
            {
                text.Append("?");
                Write(text, member.OnlyIf);
            }
            text.Append(',');
            own.Add(member.Symbol);
        }
        own.RemoveRange(own.Count - record.Members.Count, record.Members.Count);
        text.Append('}');
    }

    private void WriteAggregate(StringBuilder text, BoundAggregate aggregate)
    {
        text.Append(aggregate.Kind.ToString()).Append("(in ");
        Write(text, aggregate.Source);
        own.Add(aggregate.Item);
        if (aggregate.Where is not null)
        {
            text.Append(" where ");
            Write(text, aggregate.Where);
        }
        if (aggregate.Body is not null)
        {
            text.Append(": ");
            Write(text, aggregate.Body);
        }
        own.RemoveAt(own.Count - 1);
        text.Append(')');
    }

    private void WriteSplit(StringBuilder text, BoundSplit split)
    {
        WriteCall(text, "split", [split.Total, split.Source]);
        text.Append("to ").Append(split.Places.ToString(CultureInfo.InvariantCulture)).Append(" by ");
        own.Add(split.Item);
        Write(text, split.Weight);
        own.RemoveAt(own.Count - 1);
    }

    /// <summary>Dates and instants are numbers to the key, but are added to in ways of their own.</summary>
    private static string Moment(RuleType type) => type.Kind is TypeKind.Date or TypeKind.Instant ? type.Kind.ToString() : "";
}
