using System.Linq.Expressions;
using Retail.Rules.Evaluation;
using Retail.Rules.Planning;
using Retail.Rules.Values;

namespace Retail.Rules.Compilation;

/// <summary>Selects: the conditions and values of each candidate; sorting and keeping books is the select's own code, shared with the other tier.</summary>
internal sealed partial class Emitter
{
    private void StoreSelect(SelectNode node, ParameterExpression result)
    {
        var none = Expression.Assign(result, Expression.Call(Members.SelectResult, frame, Rent(Expression.Constant(0)), Rent(Expression.Constant(0))));
        code.Add(Expression.IfThenElse(Expression.Property(frame, nameof(Frame.IsStopped)), none, Nested(() => StoreChoice(node, result))));
    }

    private void StoreChoice(SelectNode node, ParameterExpression result)
    {
        var items = SourceOf(node.Source);
        var excluded = temporaries.Take(typeof(Composite));
        var entries = temporaries.Take(typeof(Composite));
        var keys = temporaries.Take(typeof(Composite));
        Assign(excluded, Rent(Expression.Constant(0)));
        Assign(entries, Rent(CountOf(items)));
        Assign(keys, Rent(CountOf(items)));
        ForEach(items, (position, _, _) =>
        {
            code.Add(OnSelect(node, nameof(SelectNode.Enter), frame, ItemOf(items, position)));
            var key = temporaries.Take(typeof(Value));
            Store(node.Key, key);
            code.Add(OnSelect(node, nameof(SelectNode.AddKey), frame, keys, key));

            var ids = temporaries.Take(typeof(Composite));
            Assign(ids, Expression.Constant(null, typeof(Composite)));
            for (var i = 0; i < node.Exclusions.Count; i++)
            {
                var noted = Expression.Assign(ids, Expression.Call(Members.NoteExclusion, frame, ids, Expression.Constant(i)));
                code.Add(Expression.IfThen(Test(node.Exclusions[i].When), noted));
            }
            code.Add(Expression.IfThenElse(
                Expression.NotEqual(ids, Expression.Constant(null, typeof(Composite))),
                Expression.Call(Members.ExcludeCandidate, frame, excluded, key, ids, position),
                Nested(() => Rank(node, key, entries))));
        });
        Assign(result, Expression.Call(Members.SelectResult, frame, entries, excluded));
    }

    private void Rank(SelectNode node, ParameterExpression key, ParameterExpression entries)
    {
        var score = temporaries.Take(typeof(Value));
        Assign(score, Expression.Default(typeof(Value)));
        foreach (var item in node.Scores)
        {
            var added = Nested(() => Assign(score, Expression.Call(Members.Add, score, Operand(item.Points))));
            code.Add(item.When is null ? added : Expression.IfThen(Test(item.When), added));
        }
        var ranked = temporaries.Take(typeof(Composite));
        var preferred = node.Prefer is null ? Expression.Constant(false) : Test(node.Prefer);
        Assign(ranked, OnSelect(node, nameof(SelectNode.StartRank), frame, Slot(node.ItemSlot), score, preferred));
        foreach (var rank in node.Ranks)
            code.Add(Nested(() => code.Add(Add(ranked, Operand(rank.Value)))));
        code.Add(Add(ranked, key));
        var entry = temporaries.Take(typeof(Value));
        Assign(entry, ValueOf(ranked));
        code.Add(OnSelect(node, nameof(SelectNode.Insert), entries, entry));
    }

    private Expression OnSelect(SelectNode node, string method, params Expression[] arguments) =>
        Expression.Call(Constant(node), MethodOf<SelectNode>(method), arguments);
}
