using Retail.Rules.Dsl.Parsing;
using Retail.Rules.Model;

namespace Retail.Rules.Dsl.Formatting;

/// <summary>How operators are written and how tightly they bind.</summary>
internal static class OperatorText
{
    public static string Of(BinaryOperator op) => op switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "<>",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.In => "in",
        BinaryOperator.NotIn => "not in",
        BinaryOperator.Contains => "contains",
        BinaryOperator.NotContains => "not contains",
        BinaryOperator.SameAs => "same as",
        BinaryOperator.NotSameAs => "not same as",
        BinaryOperator.SubsetOf => "subset of",
        _ => "not subset of",
    };

    /// <summary>The precedence of an expression's outermost construct.</summary>
    public static int PrecedenceOf(Expression expression) => expression switch
    {
        IfExpression or AggregateExpression or SplitExpression or OtherwiseExpression => Precedence.Lowest,
        LogicalExpression logical => logical.IsAnd ? Precedence.And : Precedence.Or,
        UnaryExpression unary => unary.Operator == UnaryOperator.Not ? Precedence.Not : Precedence.Unary,
        IsExpression => Precedence.Comparison,
        BinaryExpression binary => binary.Operator switch
        {
            BinaryOperator.Add or BinaryOperator.Subtract => Precedence.Sum,
            BinaryOperator.Multiply or BinaryOperator.Divide => Precedence.Product,
            _ => Precedence.Comparison,
        },
        MemberExpression or CallExpression => Precedence.Postfix,
        _ => Precedence.Primary,
    };
}
