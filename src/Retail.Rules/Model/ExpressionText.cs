using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;

namespace Retail.Rules.Model;

/// <summary>
/// Writes an expression in one line as an author would, for messages and for the names of operands. Parenthesised by precedence, so that
/// it can be read back; layout and digit grouping are the Dsl package's concern.
/// </summary>
internal static partial class ExpressionText
{
    private const int Lowest = 0;
    private const int OrLevel = 2;
    private const int AndLevel = 3;
    private const int NotLevel = 4;
    private const int CompareLevel = 5;
    private const int SumLevel = 6;
    private const int ProductLevel = 7;
    private const int UnaryLevel = 8;
    private const int PostfixLevel = 9;
    private const int MemberLevel = 10;

    /// <summary>Characters that a message spends on an expression that it need not repeat whole.</summary>
    private const int BriefLength = 40;

    public static string Of(Expression expression)
    {
        if (expression is NumberLiteral or DateLiteral or InstantLiteral or TextLiteral or BooleanLiteral or UnknownLiteral)
            return OfLiteral(expression);
        if (expression is NameExpression name)
            return OfName(name.Name);
        var text = new StringBuilder();
        Write(text, expression, Lowest);
        return text.ToString();
    }

    /// <summary>The expression, cut after a word where it is long: for messages that point at it anyway.</summary>
    public static string Brief(Expression expression)
    {
        var text = Of(expression);
        if (text.Length <= BriefLength)
            return text;
        var end = text.LastIndexOf(' ', BriefLength);
        return end < 0 ? text : text.Substring(0, end) + " ...";
    }

    /// <summary>The same as it stands before <c>otherwise</c>.</summary>
    public static string BriefOperand(Expression expression) =>
        LevelOf(expression) < OrLevel ? "(" + Brief(expression) + ")" : Brief(expression);

    /// <summary>What a cell compares its column with: parenthesised where it is more than a sum.</summary>
    public static string OfSum(Expression expression)
    {
        var text = new StringBuilder();
        Write(text, expression, SumLevel);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Expression expression, int level)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var own = LevelOf(expression);
        if (own < level)
            text.Append('(');
        WriteBare(text, expression);
        if (own < level)
            text.Append(')');
    }

    private static int LevelOf(Expression expression) => expression switch
    {
        IfExpression or AggregateExpression or SplitExpression or OtherwiseExpression => Lowest,
        LogicalExpression logical => logical.IsAnd ? AndLevel : OrLevel,
        UnaryExpression unary => unary.Operator == UnaryOperator.Not ? NotLevel : UnaryLevel,
        IsExpression => CompareLevel,
        BinaryExpression binary => binary.Operator switch
        {
            BinaryOperator.Add or BinaryOperator.Subtract => SumLevel,
            BinaryOperator.Multiply or BinaryOperator.Divide => ProductLevel,
            _ => CompareLevel,
        },
        NumberLiteral or DateLiteral or InstantLiteral => PostfixLevel,
        _ => MemberLevel,
    };

    private static void WriteBare(StringBuilder text, Expression expression)
    {
        switch (expression)
        {
            case NumberLiteral or DateLiteral or InstantLiteral or TextLiteral or BooleanLiteral or UnknownLiteral:
                text.Append(OfLiteral(expression));
                break;
            case NameExpression name:
                text.Append(OfName(name.Name));
                break;
            case ColumnValueExpression:
                text.Append('?');
                break;
            case MemberExpression member:
                Write(text, member.Target, MemberLevel);
                text.Append('.').Append(member.Member.Text);
                break;
            case CallExpression call:
                text.Append(call.Function.Text).Append('(');
                WriteAll(text, call.Arguments);
                text.Append(')');
                break;
            case UnaryExpression unary:
                text.Append(unary.Operator == UnaryOperator.Not ? "not " : "-");
                Write(text, unary.Operand, unary.Operator == UnaryOperator.Not ? NotLevel : PostfixLevel);
                break;
            case BinaryExpression binary:
                WriteBinary(text, binary);
                break;
            case LogicalExpression logical:
                WriteLogical(text, logical);
                break;
            case IsExpression test:
                Write(text, test.Operand, SumLevel);
                text.Append(test.IsNegated ? " is not " : " is ").Append(test.Test.ToString().ToLowerInvariant());
                break;
            case OtherwiseExpression otherwise:
                Write(text, otherwise.Value, OrLevel);
                text.Append(" otherwise ");
                Write(text, otherwise.Fallback, OrLevel);
                break;
            case IfExpression conditional:
                text.Append("if ");
                Write(text, conditional.Condition, OrLevel);
                text.Append(" then ");
                Write(text, conditional.Then, Lowest);
                text.Append(" else ");
                Write(text, conditional.Else, Lowest);
                break;
            case IntervalExpression interval:
                text.Append(interval.IncludesLow ? '[' : '(');
                Write(text, interval.Low, SumLevel);
                text.Append("..");
                Write(text, interval.High, SumLevel);
                text.Append(interval.IncludesHigh ? ']' : ')');
                break;
            case ListExpression list:
                text.Append('[');
                WriteAll(text, list.Items);
                text.Append(']');
                break;
            case RecordExpression record:
                WriteRecord(text, record);
                break;
            case AggregateExpression aggregate:
                WriteAggregate(text, aggregate);
                break;
            case SplitExpression split:
                WriteSplit(text, split);
                break;
        }
    }

    private static void WriteBinary(StringBuilder text, BinaryExpression binary)
    {
        var level = LevelOf(binary);
        Write(text, binary.Left, level == CompareLevel ? SumLevel : level);
        text.Append(' ').Append(Of(binary.Operator)).Append(' ');
        Write(text, binary.Right, level == CompareLevel ? SumLevel : level + 1);
    }

    private static void WriteLogical(StringBuilder text, LogicalExpression logical)
    {
        for (var i = 0; i < logical.Operands.Count; i++)
        {
            if (i > 0)
                text.Append(logical.IsAnd ? " and " : " or ");
            Write(text, logical.Operands[i], LevelOf(logical) + 1);
        }
    }

    private static void WriteRecord(StringBuilder text, RecordExpression record)
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
            Write(text, member.Value, Lowest);
            if (member.OnlyIf is null)
                continue;
            text.Append(" only if ");
            Write(text, member.OnlyIf, OrLevel);
        }
        text.Append(" }");
    }

    private static void WriteAggregate(StringBuilder text, AggregateExpression aggregate)
    {
        var head = aggregate.Kind switch
        {
            AggregateKind.List => "for ",
            AggregateKind.Sum or AggregateKind.Min or AggregateKind.Max => aggregate.Kind.ToString().ToLowerInvariant() + " of ",
            _ => aggregate.Kind.ToString().ToLowerInvariant() + " ",
        };
        text.Append(head);
        if (aggregate.Kind is AggregateKind.Sum or AggregateKind.Min or AggregateKind.Max)
        {
            Write(text, aggregate.Body!, OrLevel);
            text.Append(" for ");
        }
        text.Append(aggregate.Item.Text).Append(" in ");
        Write(text, aggregate.Source, PostfixLevel);
        if (aggregate.Where is not null)
        {
            text.Append(" where ");
            Write(text, aggregate.Where, OrLevel);
        }
        if (aggregate.Kind != AggregateKind.List)
            return;
        text.Append(": ");
        Write(text, aggregate.Body!, Lowest);
    }

    private static void WriteSplit(StringBuilder text, SplitExpression split)
    {
        text.Append("split ");
        Write(text, split.Total, SumLevel);
        text.Append(" over ").Append(split.Item.Text).Append(" in ");
        Write(text, split.Source, PostfixLevel);
        text.Append(" by ");
        Write(text, split.Weight, SumLevel);
        if (split.Places is not null)
            text.Append(" to ").Append(OfLiteral(split.Places)).Append(" places");
    }

    private static void WriteAll(StringBuilder text, IReadOnlyList<Expression> items)
    {
        foreach (var (item, index) in items.Select((item, index) => (item, index)))
        {
            if (index > 0)
                text.Append(", ");
            Write(text, item, Lowest);
        }
    }
}
