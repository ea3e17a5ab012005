using System;
using System.Linq;
using System.Runtime.CompilerServices;
using Retail.Rules.Model;

namespace Retail.Rules.Json;

internal sealed partial class DocumentWriter
{
    private JsonPiece Expression(Expression expression)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (IsCanonical && expression is NumberLiteral number)
            return JsonPiece.Text(ExpressionText.Of(Normalised(number)));
        if (IsCanonical && expression is UnaryExpression { Operator: UnaryOperator.Negate, Operand: NumberLiteral operand })
            return JsonPiece.Text("-" + ExpressionText.Of(Normalised(operand)));
        if (expression is BooleanLiteral boolean)
            return boolean.Value ? JsonPiece.True : JsonPiece.False;
        return IsOneString(expression) ? JsonPiece.Text(ExpressionText.Of(expression)) : Tree(expression);
    }

    /// <summary>Whether an expression is written as a string: always if it is an atom, and in text form if no comment inside would be lost.</summary>
    private bool IsOneString(Expression expression) =>
        AtomText.Is(expression) || (form == ExpressionForm.Text && !IsCanonical && !HasComments(expression));

    private static bool HasComments(Expression expression) => ExpressionChildren.Any(expression, child =>
        child is RecordExpression record && record.Members.Any(member => member.Comments.Count > 0 || member.TrailingComment is not null));

    private JsonPiece Tree(Expression expression) => expression switch
    {
        TextLiteral text => JsonPiece.Object().Add("text", text.Value),
        NameExpression name => JsonPiece.Object().Add("text", name.Name),
        MemberExpression member => JsonPiece.Object().Add("member", member.Member.Text).Add("of", Expression(member.Target)),
        CallExpression call => Call(call),
        UnaryExpression unary => JsonPiece.Object().Add(unary.Operator == UnaryOperator.Not ? "not" : "negate", Expression(unary.Operand)),
        BinaryExpression binary => JsonPiece.Object()
            .Add("op", ExpressionText.Of(binary.Operator)).Add("left", Expression(binary.Left)).Add("right", Expression(binary.Right)),
        LogicalExpression logical => JsonPiece.Object().Add(logical.IsAnd ? "and" : "or", JsonPiece.Array(logical.Operands.Select(Expression))),
        IsExpression test => JsonPiece.Object()
            .Add("is", JsonWords.Of(JsonWords.StateTests, (test.Test, test.IsNegated))).Add("of", Expression(test.Operand)),
        OtherwiseExpression otherwise => JsonPiece.Object()
            .Add("otherwise", JsonPiece.Array([Expression(otherwise.Value), Expression(otherwise.Fallback)])),
        IfExpression conditional => JsonPiece.Object()
            .Add("if", Expression(conditional.Condition)).Add("then", Expression(conditional.Then)).Add("else", Expression(conditional.Else)),
        IntervalExpression interval => JsonPiece.Object()
            .Add("interval", JsonWords.Of(JsonWords.Ends, (interval.IncludesLow, interval.IncludesHigh)))
            .Add("low", Expression(interval.Low)).Add("high", Expression(interval.High)),
        ListExpression list => JsonPiece.Object().Add("list", JsonPiece.Array(list.Items.Select(Expression))),
        RecordExpression record => JsonPiece.Object().Add("record", Members(record)),
        AggregateExpression aggregate => Aggregate(aggregate),
        SplitExpression split => Split(split),
        NumberLiteral number => JsonPiece.Text(ExpressionText.Of(number)),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private JsonPiece Call(CallExpression call)
    {
        var piece = JsonPiece.Object().Add("call", call.Function.Text);
        return call.Arguments.Count == 0 ? piece : piece.Add("with", JsonPiece.Array(call.Arguments.Select(Expression)));
    }

    /// <summary>The members of a record by name; one with a condition or comments is an object around its value.</summary>
    private JsonPiece Members(RecordExpression record)
    {
        var piece = JsonPiece.Object();
        foreach (var member in record.Members)
        {
            var isPlain = member.OnlyIf is null && (IsCanonical || (member.Comments.Count == 0 && member.TrailingComment is null));
            piece.Add(member.Name.Text, isPlain ? Expression(member.Value) : Member(member));
        }
        return piece;
    }

    private JsonPiece Member(RecordMember member)
    {
        var piece = JsonPiece.Object().Add("value", Expression(member.Value));
        AddOptional(piece, "onlyIf", member.OnlyIf);
        AddNotes(piece, member);
        return piece;
    }

    private JsonPiece Aggregate(AggregateExpression aggregate)
    {
        var piece = JsonPiece.Object();
        var word = aggregate.Kind == AggregateKind.List ? "each" : aggregate.Kind.ToString().ToLowerInvariant();
        if (aggregate.Body is null)
            piece.Add(word, aggregate.Item.Text);
        else
            piece.Add(word, Expression(aggregate.Body)).Add("for", aggregate.Item.Text);
        piece.Add("in", Expression(aggregate.Source));
        AddOptional(piece, "where", aggregate.Where);
        return piece;
    }

    private JsonPiece Split(SplitExpression split)
    {
        var piece = JsonPiece.Object()
            .Add("split", Expression(split.Total)).Add("over", split.Item.Text).Add("in", Expression(split.Source)).Add("by", Expression(split.Weight));
        return split.Places is null ? piece : piece.Add("places", Places(split.Places));
    }
}
