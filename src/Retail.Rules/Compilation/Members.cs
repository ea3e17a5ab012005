using System;
using System.Reflection;
using Retail.Rules.Evaluation;
using Retail.Rules.Model;
using Retail.Rules.Planning;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Compilation;

/// <summary>The methods that emitted code calls. Static ones are named as delegates, so that the C# compiler checks that they exist and fit.</summary>
internal static class Members
{
    private delegate Value OneValue(in Value value);

    private delegate Value TwoValues(in Value left, in Value right);

    private delegate Value ValueAndPlaces(in Value value, int places);

    private delegate Value ValuesOfOperator(BinaryOperator op, TypeKind type, in Value left, in Value right);

    private delegate Value ValuesOfFunction(Binding.Function function, in Value first, in Value second);

    private delegate Value ValuesOfType(bool isMax, RuleType type, in Value left, in Value right);

    private delegate int OrderOfTwo(in Value left, in Value right);

    private delegate bool TestOfTwo(in Value left, in Value right);

    private delegate bool TestOfOperator(BinaryOperator op, RuleType type, in Value left, in Value right);

    private delegate bool TestOfInterval(RuleType type, in Value value, in Value low, in Value high, bool includesLow, bool includesHigh);

    private delegate bool TestOfList(Frame frame, in Value value, Composite list);

    private delegate Value SharesOfTotal(Frame frame, in Value total, Composite items, Composite weights, int places);

    private delegate void ExcludedCandidate(Frame frame, Composite excluded, in Value key, Composite ids, int position);

    public static readonly MethodInfo Add = new TwoValues(Exact.Add).Method;
    public static readonly MethodInfo Subtract = new TwoValues(Exact.Subtract).Method;
    public static readonly MethodInfo Multiply = new TwoValues(Exact.Multiply).Method;
    public static readonly MethodInfo Divide = new TwoValues(Exact.Divide).Method;
    public static readonly MethodInfo Negate = new OneValue(Exact.Negate).Method;
    public static readonly MethodInfo Floor = new OneValue(Exact.Floor).Method;
    public static readonly MethodInfo Ceiling = new OneValue(Exact.Ceiling).Method;
    public static readonly MethodInfo Abs = new OneValue(Exact.Abs).Method;
    public static readonly MethodInfo Round = new ValueAndPlaces(Exact.Round).Method;
    public static readonly MethodInfo Order = new OrderOfTwo(Exact.Compare).Method;

    public static readonly MethodInfo Calculate = new ValuesOfOperator(Operations.Calculate).Method;
    public static readonly MethodInfo Apply = new ValuesOfFunction(Operations.Apply).Method;
    public static readonly MethodInfo Better = new ValuesOfType(Operations.Better).Method;
    public static readonly MethodInfo Compare = new TestOfOperator(Operations.Compare).Method;
    public static readonly MethodInfo IsInside = new TestOfInterval(Operations.IsInside).Method;
    public static readonly MethodInfo Same = new TestOfTwo(Operations.Same).Method;
    public static readonly MethodInfo IsIn = new TestOfList(Operations.IsIn).Method;
    public static readonly MethodInfo Contains = new TestOfTwo(Operations.Contains).Method;
    public static readonly MethodInfo IsSubset = new Func<Frame, Composite, Composite, bool>(Operations.IsSubset).Method;
    public static readonly MethodInfo SharesOf = new SharesOfTotal(Shares.Of).Method;
    public static readonly MethodInfo SameText = new TestOfTwo(Texts.Same).Method;
    public static readonly MethodInfo IsTextIn = new TestOfList(Texts.IsIn).Method;
    public static readonly MethodInfo ValueOfBoolean = new Func<bool, Value>(Value.Of).Method;

    public static readonly MethodInfo SelectResult = new Func<Frame, Composite, Composite, Value>(SelectNode.Result).Method;
    public static readonly MethodInfo NoteExclusion = new Func<Frame, Composite?, int, Composite>(SelectNode.Note).Method;
    public static readonly MethodInfo ExcludeCandidate = new ExcludedCandidate(SelectNode.Exclude).Method;

    public static readonly ConstructorInfo NewNumber = typeof(Value).GetConstructor([typeof(decimal)])!;
    public static readonly ConstructorInfo NewReference = typeof(Value).GetConstructor([typeof(object)])!;
    public static readonly ConstructorInfo NewDecimal = typeof(decimal).GetConstructor([typeof(int)])!;
}
