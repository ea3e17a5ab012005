using System.Collections.Generic;
using System.Globalization;
using System.Linq.Expressions;
using System.Text;

namespace Retail.Rules.Compilation;

/// <summary>Writes an emitted tree as a text that is the same for trees that compile to the same code. Used once; not thread-safe.</summary>
internal sealed class TreeShape : ExpressionVisitor
{
    private readonly StringBuilder text = new();
    private readonly Dictionary<object, int> ids = [];

    private TreeShape()
    {
    }

    public static string Of(LambdaExpression tree)
    {
        var shape = new TreeShape();
        shape.Visit(tree.Body);
        return shape.text.ToString();
    }

    public override Expression? Visit(Expression? node)
    {
        if (node is null)
        {
            text.Append('_');
            return null;
        }
        text.Append('(').Append((int)node.NodeType).Append(':').Append(IdOf(node.Type));
        base.Visit(node);
        text.Append(')');
        return node;
    }

    protected override Expression VisitConstant(ConstantExpression node)
    {
        text.Append(System.Convert.ToString(node.Value, CultureInfo.InvariantCulture));
        return node;
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        text.Append(IdOf(node));
        return node;
    }

    protected override LabelTarget? VisitLabelTarget(LabelTarget? node)
    {
        text.Append(node is null ? "_" : "L" + IdOf(node).ToString(CultureInfo.InvariantCulture));
        return node;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        text.Append(IdOf(node.Method));
        return base.VisitMethodCall(node);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        text.Append(node.Member.DeclaringType!.Name).Append('.').Append(node.Member.Name);
        return base.VisitMember(node);
    }

    protected override Expression VisitNew(NewExpression node)
    {
        text.Append(node.Constructor!.ToString());
        return base.VisitNew(node);
    }

    /// <summary>Methods and types by what they are called, so that ids do not depend on the tree they are met in; variables and labels by their first place.</summary>
    private int IdOf(object symbol)
    {
        if (!ids.TryGetValue(symbol, out var id))
        {
            ids.Add(symbol, id = ids.Count);
            if (symbol is System.Reflection.MemberInfo member)
                text.Append(member.DeclaringType?.Name).Append('.').Append(member).Append('=');
        }
        return id;
    }
}
