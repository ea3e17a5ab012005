using System.Collections.Generic;
using System.Text;
using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Dsl.Parsing;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Formatting;

/// <summary>
/// Writes an expression on one line, with the parentheses that its precedence needs and no others. Comments of record members have no
/// place on one line: <see cref="ExpressionLayout"/> writes those.
/// </summary>
internal sealed class ExpressionFormatter
{
    private readonly StringBuilder text = new();

    /// <summary>The expression where the grammar takes at least this precedence.</summary>
    public static string Format(Expression expression, int minimum = Precedence.Lowest)
    {
        var formatter = new ExpressionFormatter();
        formatter.Write(expression, minimum);
        return formatter.text.ToString();
    }

    private void Write(Expression expression, int minimum)
    {
        var needsParentheses = OperatorText.PrecedenceOf(expression) < minimum;
        if (needsParentheses)
            text.Append('(');
        WriteBare(expression);
        if (needsParentheses)
            text.Append(')');
    }

    private void WriteBare(Expression expression)
    {
        switch (expression)
        {
            case NumberLiteral number:
                text.Append(LiteralText.Of(number));
                break;
            case DateLiteral date:
                text.Append(LiteralText.Of(date));
                break;
            case InstantLiteral instant:
                text.Append(LiteralText.Of(instant));
                break;
            case TextLiteral literal:
                text.Append(TextEscapes.Quote(literal.Value));
                break;
            case BooleanLiteral boolean:
                text.Append(boolean.Value ? "true" : "false");
                break;
            case UnknownLiteral:
                text.Append("unknown");
                break;
            case NameExpression name:
                text.Append(name.Name);
                break;
            case ColumnValueExpression:
                text.Append('?');
                break;
            case MemberExpression member:
                Write(member.Target, Precedence.Postfix);
                text.Append('.').Append(member.Member.Text);
                break;
            case CallExpression call:
                text.Append(call.Function.Text).Append('(');
                WriteAll(call.Arguments);
                text.Append(')');
                break;
            case UnaryExpression { Operator: UnaryOperator.Not } negation:
                text.Append("not ");
                Write(negation.Operand, Precedence.Not);
                break;
            case UnaryExpression negative:
                text.Append('-');
                Write(negative.Operand, Precedence.Postfix);
                break;
            case BinaryExpression binary:
                WriteBinary(binary);
                break;
            case LogicalExpression logical:
                WriteLogical(logical);
                break;
            case IsExpression test:
                Write(test.Operand, Precedence.Sum);
                text.Append(StateTestText(test));
                break;
            case OtherwiseExpression otherwise:
                Write(otherwise.Value, Precedence.Or);
                text.Append(" otherwise ");
                Write(otherwise.Fallback, Precedence.Or);
                break;
            case IfExpression conditional:
                text.Append("if ");
                Write(conditional.Condition, Precedence.Or);
                text.Append(" then ");
                Write(conditional.Then, Precedence.Lowest);
                text.Append(" else ");
                Write(conditional.Else, Precedence.Lowest);
                break;
            case IntervalExpression interval:
                text.Append(interval.IncludesLow ? '[' : '(');
                Write(interval.Low, Precedence.Sum);
                text.Append("..");
                Write(interval.High, Precedence.Sum);
                text.Append(interval.IncludesHigh ? ']' : ')');
                break;
            case ListExpression list:
                text.Append('[');
                WriteAll(list.Items);
                text.Append(']');
                break;
            case RecordExpression record:
                WriteRecord(record);
                break;
            case AggregateExpression aggregate:
                WriteAggregate(aggregate);
                break;
            case SplitExpression split:
                WriteSplit(split);
                break;
        }
    }

    public static string StateTestText(IsExpression test)
    {
        var word = test.Test switch
        {
            StateTest.Known => "known",
            StateTest.Empty => "empty",
            _ => "unknown",
        };
        return (test.IsNegated ? " is not " : " is ") + word;
    }

    private void WriteBinary(BinaryExpression binary)
    {
        var precedence = OperatorText.PrecedenceOf(binary);
        var isComparison = precedence == Precedence.Comparison;
        Write(binary.Left, isComparison ? Precedence.Sum : precedence);
        text.Append(' ').Append(OperatorText.Of(binary.Operator)).Append(' ');
        Write(binary.Right, precedence + 1);
    }

    private void WriteLogical(LogicalExpression logical)
    {
        for (var i = 0; i < logical.Operands.Count; i++)
        {
            if (i > 0)
                text.Append(logical.IsAnd ? " and " : " or ");
            Write(logical.Operands[i], OperatorText.PrecedenceOf(logical) + 1);
        }
    }

    private void WriteRecord(RecordExpression record)
    {
        if (record.Members.Count == 0)
        {
            text.Append("{}");
            return;
        }
        text.Append("{ ");
        for (var i = 0; i < record.Members.Count; i++)
        {
            var member = record.Members[i];
            text.Append(i > 0 ? ", " : "").Append(member.Name.Text).Append(": ");
            Write(member.Value, Precedence.Lowest);
            if (member.OnlyIf is null)
                continue;
            text.Append(" only if ");
            Write(member.OnlyIf, Precedence.Or);
        }
        text.Append(" }");
    }

    private void WriteAggregate(AggregateExpression aggregate)
    {
        text.Append(Word(aggregate.Kind)).Append(' ');
        if (aggregate.Kind is AggregateKind.Sum or AggregateKind.Min or AggregateKind.Max)
        {
            text.Append("of ");
            Write(aggregate.Body!, Precedence.Or);
            text.Append(" for ");
        }
        text.Append(aggregate.Item.Text).Append(" in ");
        Write(aggregate.Source, Precedence.Postfix);
        if (aggregate.Where is not null)
        {
            text.Append(" where ");
            Write(aggregate.Where, Precedence.Or);
        }
        if (aggregate.Kind != AggregateKind.List)
            return;
        text.Append(": ");
        Write(aggregate.Body!, Precedence.Lowest);
    }

    private void WriteSplit(SplitExpression split)
    {
        text.Append("split ");
        Write(split.Total, Precedence.Sum);
        text.Append(" over ").Append(split.Item.Text).Append(" in ");
        Write(split.Source, Precedence.Postfix);
        text.Append(" by ");
        Write(split.Weight, Precedence.Sum);
        text.Append(PlacesText(split.Places));
    }

    public static string PlacesText(NumberLiteral? places) => places is null ? "" : " to " + LiteralText.Of(places) + " places";

    /// <summary>Whether <c>to 2 places</c> after an expression would be taken, or mistaken, for places of the split that ends it.</summary>
    public static bool EndsInSplit(Expression expression) => expression switch
    {
        SplitExpression => true,
        IfExpression conditional => EndsInSplit(conditional.Else),
        AggregateExpression { Kind: AggregateKind.List, Body: { } body } => EndsInSplit(body),
        _ => false,
    };

    public static string Word(AggregateKind kind) => kind switch
    {
        AggregateKind.Sum => "sum",
        AggregateKind.Min => "min",
        AggregateKind.Max => "max",
        AggregateKind.First => "first",
        AggregateKind.Any => "any",
        AggregateKind.Count => "count",
        _ => "for",
    };

    private void WriteAll(IReadOnlyList<Expression> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            Write(items[i], Precedence.Lowest);
        }
    }
}
