using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Json;

/// <summary>Expressions: strings of the rule language, and trees whose first known member says what they are.</summary>
internal sealed partial class DocumentReader
{
    private int depth;

    private Expression? ReadOptional(JsonSyntax? node) => node is null ? null : ReadExpression(node);

    private Expression? ReadExpression(JsonSyntax node)
    {
        switch (node.Kind)
        {
            case JsonValueKind.String:
                return ReadExpressionText(node, node.Text.Trim(), Trimmed(node.Text, node.ContentSpan));
            case JsonValueKind.True:
            case JsonValueKind.False:
                return new BooleanLiteral { Value = node.Kind == JsonValueKind.True, Span = node.Span };
            case JsonValueKind.Number:
                return ReadNumber(node);
        }
        if (!Is(node, JsonValueKind.Object, "an expression", ExpressionAdvice(node.Kind)))
            return null;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (depth >= options.Limits.MaxDepth)
        {
            reports.Add(JsonDiagnostics.TooDeep, node, options.Limits.MaxDepth);
            return null;
        }
        depth++;
        var expression = ReadTree(node);
        depth--;
        return expression;
    }

    private static string ExpressionAdvice(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "write a list as `{ \"list\": [...] }`",
        JsonValueKind.Null => "write `\"unknown\"`, or leave the member out",
        _ => "",
    };

    /// <summary>A JSON number, digit by digit: it never passes through a binary one.</summary>
    private Expression? ReadNumber(JsonSyntax node)
    {
        var number = AtomText.Read(node.Text, node.Span);
        if (number is null)
            reports.Add(JsonDiagnostics.NotANumber, node, Shown(node.Text), "it without an exponent and with at most 28 digits");
        return number;
    }

    private Expression? ReadExpressionText(JsonSyntax node, string text, TextSpan span)
    {
        if (depth + text.Count(character => character == '.') > options.Limits.MaxDepth && NameSyntax.IsPath(text))
        {
            reports.Add(JsonDiagnostics.TooDeep, node, options.Limits.MaxDepth);
            return null;
        }
        if (AtomText.Read(text, span) is { } atom)
            return atom;
        if (text.Length == 0)
        {
            reports.Add(JsonDiagnostics.NotAnExpression, node, text);
            return null;
        }
        if (options.ExpressionReader is null)
        {
            reports.Add(JsonDiagnostics.NeedsReader, node, Shown(text));
            return null;
        }
        var before = reports.Count;
        var expression = reports.IsFull ? null : options.ExpressionReader.Read(source, span, text, reports.Sink);
        if (expression is null && reports.Count == before)
            reports.Add(JsonDiagnostics.NotAnExpression, node, Shown(text));
        return expression;
    }

    private Expression? ReadTree(JsonSyntax node)
    {
        if (ReadHead(node, JsonHeads.Expressions, "an expression") is not { } head)
            return null;
        Open(node, "`" + head + "`", JsonHeads.Expressions[head]);
        return head switch
        {
            "op" => ReadBinary(node),
            "and" or "or" => ReadLogical(node, node.Find(head)!, head == "and"),
            "not" or "negate" => ReadUnary(node, node.Find(head)!, head == "not"),
            "is" => ReadIs(node),
            "if" => ReadIf(node),
            "otherwise" => ReadOtherwise(node),
            "call" => ReadCall(node),
            "member" => ReadMember(node),
            "text" => ReadText(node.Find(head)!, "a text") is { } text ? new TextLiteral { Value = text, Span = node.Span } : null,
            "list" => ReadList(node),
            "interval" => ReadInterval(node),
            "record" => ReadRecord(node.Find(head)) is { } record ? new RecordExpression { Members = record.Members, Span = node.Span } : null,
            "split" => ReadSplit(node),
            _ => ReadAggregate(node, head),
        };
    }

    private Expression? ReadBinary(JsonSyntax node)
    {
        var op = ReadWord(node.Find("op"), JsonWords.Operators, "an operator");
        var left = ReadOptional(Required(node, "left", "`op`"));
        var right = ReadOptional(Required(node, "right", "`op`"));
        return op is null || left is null || right is null
            ? null
            : new BinaryExpression { Operator = op.Value, Left = left, Right = right, Span = node.Span };
    }

    private LogicalExpression? ReadLogical(JsonSyntax node, JsonSyntax operands, bool isAnd)
    {
        var read = ReadAll(operands, "a list of conditions", 2, isAnd ? "`and`" : "`or`", ReadExpression);
        return read is null ? null : new LogicalExpression { IsAnd = isAnd, Operands = read, Span = node.Span };
    }

    private UnaryExpression? ReadUnary(JsonSyntax node, JsonSyntax operand, bool isNot) =>
        ReadExpression(operand) is { } read
            ? new UnaryExpression { Operator = isNot ? UnaryOperator.Not : UnaryOperator.Negate, Operand = read, Span = node.Span }
            : null;

    private IsExpression? ReadIs(JsonSyntax node)
    {
        var test = ReadWord(node.Find("is"), JsonWords.StateTests, "a state");
        var operand = ReadOptional(Required(node, "of", "`is`"));
        return test is null || operand is null
            ? null
            : new IsExpression { Operand = operand, Test = test.Value.Test, IsNegated = test.Value.IsNegated, Span = node.Span };
    }

    private IfExpression? ReadIf(JsonSyntax node)
    {
        var condition = ReadOptional(node.Find("if"));
        var then = ReadOptional(Required(node, "then", "`if`"));
        var otherwise = ReadOptional(Required(node, "else", "`if`"));
        return condition is null || then is null || otherwise is null
            ? null
            : new IfExpression { Condition = condition, Then = then, Else = otherwise, Span = node.Span };
    }

    private OtherwiseExpression? ReadOtherwise(JsonSyntax node)
    {
        var both = ReadAll(node.Find("otherwise"), "a value and its fallback, an array,", 2, "`otherwise`", ReadExpression);
        if (both is null)
            return null;
        if (both.Count == 2)
            return new OtherwiseExpression { Value = both[0], Fallback = both[1], Span = node.Span };
        reports.Add(JsonDiagnostics.WrongKind, node.Find("otherwise")!, "a value and its fallback", "more than two items", "nest one `otherwise` in another");
        return null;
    }
}
