using System;
using System.Collections.Generic;
using System.Linq.Expressions;

namespace Retail.Rules.Compilation;

/// <summary>The local variables of one delegate, used again once an operand is done with, since each costs clearing at every call. Not thread-safe.</summary>
internal sealed class Temporaries
{
    private readonly List<ParameterExpression> all = [];
    private readonly List<ParameterExpression> taken = [];
    private readonly List<ParameterExpression> free = [];

    /// <summary>Every variable, to be declared by the delegate.</summary>
    public IEnumerable<ParameterExpression> All => all;

    public ParameterExpression Take(Type type)
    {
        var variable = free.Find(candidate => candidate.Type == type);
        if (variable is null)
            all.Add(variable = Expression.Variable(type));
        else
            free.Remove(variable);
        taken.Add(variable);
        return variable;
    }

    /// <summary>How many are taken, for <see cref="Release"/>.</summary>
    public int Mark() => taken.Count;

    /// <summary>Gives back all that were taken since a mark.</summary>
    public void Release(int mark)
    {
        free.AddRange(taken.GetRange(mark, taken.Count - mark));
        taken.RemoveRange(mark, taken.Count - mark);
    }
}
