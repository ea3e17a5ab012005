using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using Retail.Rules.Evaluation;
using Retail.Rules.Planning;
using Retail.Rules.Values;

namespace Retail.Rules.Compilation;

/// <summary>
/// Emits one delegate. All that is clever about the fast tier is here and in its other parts:
/// <list type="bullet">
/// <item>A <see cref="Value"/> is 40 bytes, so it is not passed around: an operand is an expression with an address (an element of the slots,
/// of the computed values, of the constants, or a temporary), and operations take it by reference.</item>
/// <item>What must happen before an operand can be read (computing a define, calling an operation) is appended to <see cref="code"/> first.
/// Reading an address later than that is safe, since nothing that an expression evaluates writes a slot that the same expression reads:
/// each local of the ruleset has a slot of its own and nothing is recursive.</item>
/// <item>Conditions are emitted as <see cref="bool"/>, never as values.</item>
/// <item>What depends on types and constants alone is decided here, not in each evaluation.</item>
/// </list>
/// Used once; not thread-safe.
/// </summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The properties that are found by name are kept by what Finish depends on.")]
internal sealed partial class Emitter
{
    private static readonly Expression UnknownValue = Expression.Field(null, typeof(Value), nameof(Value.Unknown));

    private readonly ParameterExpression data = Expression.Parameter(typeof(EmittedData), "data");
    private readonly ParameterExpression frame = Expression.Parameter(typeof(Frame), "frame");
    private readonly ParameterExpression slots = Expression.Variable(typeof(Value[]), "slots");
    private readonly ParameterExpression computed = Expression.Variable(typeof(Value[]), "computed");
    private readonly ParameterExpression constants = Expression.Variable(typeof(Value[]), "constants");
    private readonly List<Value> constantValues = [];
    private readonly List<object> constantObjects = [];
    private readonly Temporaries temporaries = new();

    /// <summary>The statements of the innermost block.</summary>
    private List<Expression> code = [];

    /// <summary>The constants of what was emitted.</summary>
    public EmittedData Data => new(constantValues, constantObjects);

    /// <summary>The delegate of a define, table or select.</summary>
    public Expression<Func<EmittedData, Frame, Value>> Body(ComputedPlan target)
    {
        var result = temporaries.Take(typeof(Value));
        Store(target, result);
        code.Add(result);
        return Finish<Value>();
    }

    /// <summary>The delegate of a rule: the index of the first clause that holds, or -1.</summary>
    public Expression<Func<EmittedData, Frame, int>> Rule(RulePlan rule)
    {
        var end = Expression.Label(typeof(int));
        var none = Expression.Constant(-1);
        if (rule.OnlyIf is not null)
            code.Add(Expression.IfThen(Expression.Not(Test(rule.OnlyIf)), Expression.Return(end, none)));
        for (var i = 0; i < rule.Clauses.Count; i++)
            code.Add(Expression.IfThen(Test(rule.Clauses[i].When), Expression.Return(end, Expression.Constant(i))));
        code.Add(Expression.Label(end, none));
        return Finish<int>();
    }

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(Value))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(Frame))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(Composite))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, typeof(EmittedData))]
    private Expression<Func<EmittedData, Frame, T>> Finish<T>()
    {
        var start = new List<Expression>
        {
            Expression.Assign(slots, Expression.Property(frame, nameof(Frame.Slots))),
            Expression.Assign(computed, Expression.Property(frame, nameof(Frame.Computed))),
            Expression.Assign(constants, Expression.Property(data, nameof(EmittedData.Values))),
        };
        start.AddRange(code);
        return Expression.Lambda<Func<EmittedData, Frame, T>>(Expression.Block(typeof(T), [slots, computed, constants, .. temporaries.All], start), data, frame);
    }

    /// <summary>Emits the value of a define's body into a variable.</summary>
    private void Store(ComputedPlan target, ParameterExpression result)
    {
        if (target.OnlyIf is null)
        {
            Store(target.Body, result);
            return;
        }
        var onlyIf = Test(target.OnlyIf);
        code.Add(Expression.IfThenElse(onlyIf, Nested(() => Store(target.Body, result)), Expression.Assign(result, UnknownValue)));
    }

    /// <summary>A block of its own, whose temporaries are free again after it.</summary>
    private Expression Nested(Action emit)
    {
        var outer = code;
        code = [];
        var mark = temporaries.Mark();
        emit();
        temporaries.Release(mark);
        var inner = code;
        code = outer;
        return inner.Count == 0 ? Expression.Empty() : Expression.Block(typeof(void), inner);
    }

    private Expression Constant(in Value value)
    {
        constantValues.Add(value);
        return Expression.ArrayIndex(constants, Expression.Constant(constantValues.Count - 1));
    }

    /// <summary>A plan node, type or list that the code calls or hands on.</summary>
    private Expression Constant<T>(T value)
        where T : class
    {
        constantObjects.Add(value);
        return Expression.Convert(Expression.ArrayIndex(Expression.Property(data, nameof(EmittedData.Objects)), Expression.Constant(constantObjects.Count - 1)), typeof(T));
    }

    private Expression Slot(int slot) => Expression.ArrayIndex(slots, Expression.Constant(slot));

    private void SetSlot(int slot, Expression value) =>
        code.Add(Expression.Assign(Expression.ArrayAccess(slots, Expression.Constant(slot)), value));

    private void Step() => code.Add(OnFrame(nameof(Frame.Step)));

    private Expression OnFrame(string method, params Expression[] arguments) => Expression.Call(frame, MethodOf<Frame>(method), arguments);

    private Expression Rent(Expression capacity) =>
        Expression.Call(Expression.Property(frame, nameof(Frame.Arena)), MethodOf<ValueArena>(nameof(ValueArena.Rent)), capacity);

    private static Expression Add(Expression composite, Expression value) => Expression.Call(composite, MethodOf<Composite>(nameof(Composite.Add)), value);

    private static MethodInfo MethodOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] T>(string name) => typeof(T).GetMethod(name)!;

    private static Expression IsUnknown(Expression value) => Expression.Property(value, nameof(Value.IsUnknown));

    private static Expression CompositeOf(Expression value) => Expression.Property(value, nameof(Value.Composite));

    private static Expression ItemOf(Expression composite, Expression index) => Expression.ArrayIndex(Expression.Property(composite, nameof(Composite.Items)), index);

    private static Expression CountOf(Expression composite) => Expression.Property(composite, nameof(Composite.Count));

    private static Expression ValueOf(Expression reference) => Expression.New(Members.NewReference, reference);
}
