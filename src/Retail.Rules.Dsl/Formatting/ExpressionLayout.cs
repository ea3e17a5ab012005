using System.Collections.Generic;
using Retail.Rules.Dsl.Parsing;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Formatting;

/// <summary>
/// Writes an expression over several lines where one is too short, or where comments want it: a record or list one item a line, a chain
/// one operand a line, an <c>if</c> one branch a line.
/// </summary>
internal static class ExpressionLayout
{
    private const int Indent = 2;

    /// <summary>Writes the expression at the writer's place.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="expression">The expression.</param>
    /// <param name="minimum">The precedence that the grammar takes here.</param>
    /// <param name="indent">Where further lines begin, less their own indent.</param>
    /// <param name="reserve">Columns that must stay free at the end for what follows.</param>
    public static void Write(LineWriter writer, Expression expression, int minimum, int indent, int reserve = 0)
    {
        var flat = HasComments(expression) ? null : ExpressionFormatter.Format(expression, minimum);
        if (flat is not null && writer.Column + flat.Length + reserve <= LineWriter.Width)
            writer.Write(flat);
        else if (OperatorText.PrecedenceOf(expression) < minimum)
        {
            writer.Write("(");
            Break(writer, expression, indent);
            writer.Write(")");
        }
        else
            Break(writer, expression, indent);
    }

    private static void Break(LineWriter writer, Expression expression, int indent)
    {
        switch (expression)
        {
            case RecordExpression { Members.Count: > 0 } record:
                Record(writer, record, indent);
                break;
            case ListExpression { Items.Count: > 0 } list:
                writer.Write("[");
                Items(writer, list.Items, indent);
                writer.Write("]");
                break;
            case CallExpression { Arguments.Count: > 0 } call:
                writer.Write(call.Function.Text).Write("(");
                Items(writer, call.Arguments, indent);
                writer.Write(")");
                break;
            case LogicalExpression logical:
                Chain(writer, logical, indent);
                break;
            case IfExpression conditional:
                If(writer, conditional, indent);
                break;
            case AggregateExpression aggregate:
                Aggregate(writer, aggregate, indent);
                break;
            case SplitExpression split:
                Split(writer, split, indent);
                break;
            case IntervalExpression interval:
                Interval(writer, interval, indent);
                break;
            case IsExpression test:
                Write(writer, test.Operand, Precedence.Sum, indent);
                writer.Write(ExpressionFormatter.StateTestText(test));
                break;
            case OtherwiseExpression otherwise:
                Write(writer, otherwise.Value, Precedence.Or, indent);
                writer.NewLine(indent + Indent);
                writer.Write("otherwise ");
                Write(writer, otherwise.Fallback, Precedence.Or, indent + Indent);
                break;
            case BinaryExpression binary:
                Binary(writer, binary, indent);
                break;
            case MemberExpression member:
                Write(writer, member.Target, Precedence.Postfix, indent);
                writer.Write("." + member.Member.Text);
                break;
            case UnaryExpression unary:
                writer.Write(unary.Operator == UnaryOperator.Not ? "not " : "-");
                Write(writer, unary.Operand, unary.Operator == UnaryOperator.Not ? Precedence.Not : Precedence.Postfix, indent);
                break;
            default:
                writer.Write(ExpressionFormatter.Format(expression));
                break;
        }
    }

    /// <summary>One member a line, each with its comments.</summary>
    public static void Record(LineWriter writer, RecordExpression record, int indent)
    {
        writer.Write("{");
        writer.EndLine();
        foreach (var member in record.Members)
        {
            writer.Comments(member.Comments, indent + Indent);
            writer.Write(new string(' ', indent + Indent)).Write(member.Name.Text).Write(": ");
            Write(writer, member.Value, Precedence.Lowest, indent + Indent, reserve: 1);
            if (member.OnlyIf is not null)
            {
                writer.Write(" only if ");
                Write(writer, member.OnlyIf, Precedence.Or, indent + Indent, reserve: 1);
            }
            writer.Write(",");
            writer.EndLine(member.TrailingComment);
        }
        writer.Write(new string(' ', indent)).Write("}");
    }

    private static void Items(LineWriter writer, IReadOnlyList<Expression> items, int indent)
    {
        for (var i = 0; i < items.Count; i++)
        {
            writer.NewLine(indent + Indent);
            Write(writer, items[i], Precedence.Lowest, indent + Indent, reserve: 1);
            if (i + 1 < items.Count)
                writer.Write(",");
        }
        writer.NewLine(indent);
    }

    private static void Chain(LineWriter writer, LogicalExpression logical, int indent)
    {
        for (var i = 0; i < logical.Operands.Count; i++)
        {
            if (i > 0)
            {
                writer.NewLine(indent + Indent);
                writer.Write(logical.IsAnd ? "and " : "or ");
            }
            Write(writer, logical.Operands[i], OperatorText.PrecedenceOf(logical) + 1, indent + Indent);
        }
    }

    /// <summary>A chain of <c>else if</c>s stays at one indent.</summary>
    private static void If(LineWriter writer, IfExpression conditional, int indent)
    {
        while (true)
        {
            writer.Write("if ");
            Write(writer, conditional.Condition, Precedence.Or, indent + Indent);
            writer.Write(" then ");
            Write(writer, conditional.Then, Precedence.Lowest, indent + Indent);
            writer.NewLine(indent);
            writer.Write("else ");
            if (conditional.Else is not IfExpression next)
                break;
            conditional = next;
        }
        Write(writer, conditional.Else, Precedence.Lowest, indent + Indent);
    }

    private static void Aggregate(LineWriter writer, AggregateExpression aggregate, int indent)
    {
        writer.Write(ExpressionFormatter.Word(aggregate.Kind)).Write(" ");
        if (aggregate.Kind is AggregateKind.Sum or AggregateKind.Min or AggregateKind.Max)
        {
            writer.Write("of ");
            Write(writer, aggregate.Body!, Precedence.Or, indent + Indent);
            writer.Write(" for ");
        }
        writer.Write(aggregate.Item.Text).Write(" in ");
        Write(writer, aggregate.Source, Precedence.Postfix, indent + Indent);
        if (aggregate.Where is not null)
        {
            writer.NewLine(indent + Indent);
            writer.Write("where ");
            Write(writer, aggregate.Where, Precedence.Or, indent + Indent);
        }
        if (aggregate.Kind != AggregateKind.List)
            return;
        writer.Write(": ");
        Write(writer, aggregate.Body!, Precedence.Lowest, indent);
    }

    private static void Split(LineWriter writer, SplitExpression split, int indent)
    {
        writer.Write("split ");
        Write(writer, split.Total, Precedence.Sum, indent + Indent);
        writer.NewLine(indent + Indent);
        writer.Write("over ").Write(split.Item.Text).Write(" in ");
        Write(writer, split.Source, Precedence.Postfix, indent + Indent);
        writer.NewLine(indent + Indent);
        writer.Write("by ");
        Write(writer, split.Weight, Precedence.Sum, indent + Indent);
        writer.Write(ExpressionFormatter.PlacesText(split.Places));
    }

    private static void Interval(LineWriter writer, IntervalExpression interval, int indent)
    {
        writer.Write(interval.IncludesLow ? "[" : "(");
        Write(writer, interval.Low, Precedence.Sum, indent + Indent);
        writer.Write("..");
        Write(writer, interval.High, Precedence.Sum, indent + Indent);
        writer.Write(interval.IncludesHigh ? "]" : ")");
    }

    private static void Binary(LineWriter writer, BinaryExpression binary, int indent)
    {
        var precedence = OperatorText.PrecedenceOf(binary);
        Write(writer, binary.Left, precedence == Precedence.Comparison ? Precedence.Sum : precedence, indent);
        if (precedence == Precedence.Sum)
            writer.NewLine(indent + Indent);
        else
            writer.Write(" ");
        writer.Write(OperatorText.Of(binary.Operator)).Write(" ");
        Write(writer, binary.Right, precedence + 1, indent + Indent);
    }

    /// <summary>Whether a record somewhere inside has a comment, which needs a line's end.</summary>
    private static bool HasComments(Expression expression)
    {
        switch (expression)
        {
            case RecordExpression record:
                foreach (var member in record.Members)
                {
                    if (member.Comments.Count > 0 || member.TrailingComment is not null || HasComments(member.Value) || (member.OnlyIf is not null && HasComments(member.OnlyIf)))
                        return true;
                }
                return false;
            default:
                foreach (var child in Children(expression))
                {
                    if (HasComments(child))
                        return true;
                }
                return false;
        }
    }

    private static IReadOnlyList<Expression> Children(Expression expression) => expression switch
    {
        MemberExpression member => [member.Target],
        CallExpression call => call.Arguments,
        UnaryExpression unary => [unary.Operand],
        BinaryExpression binary => [binary.Left, binary.Right],
        LogicalExpression logical => logical.Operands,
        IsExpression test => [test.Operand],
        OtherwiseExpression otherwise => [otherwise.Value, otherwise.Fallback],
        IfExpression conditional => [conditional.Condition, conditional.Then, conditional.Else],
        IntervalExpression interval => [interval.Low, interval.High],
        ListExpression list => list.Items,
        AggregateExpression aggregate => [aggregate.Source, aggregate.Where ?? aggregate.Source, aggregate.Body ?? aggregate.Source],
        SplitExpression split => [split.Total, split.Source, split.Weight],
        _ => [],
    };
}
