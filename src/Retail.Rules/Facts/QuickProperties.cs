using System;
using System.Reflection;
using Retail.Rules.Evaluation;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>
/// A property of a class that is read without noting where the reader is, since there is nothing to say about the value; whatever there is
/// something to say about is read again by the reader that says it. Immutable and thread-safe.
/// </summary>
internal abstract class QuickProperty<TOwner> : PropertyReader<TOwner>
{
    private readonly PropertyReader<TOwner> careful;

    protected QuickProperty(PropertyReader<TOwner> careful) => this.careful = careful;

    public sealed override Value Read(ref TOwner owner, Frame frame) => careful.Read(ref owner, frame);
}

/// <summary>A decimal as a number or an amount of money in the ruleset's currency.</summary>
internal sealed class QuickDecimal<TOwner> : QuickProperty<TOwner>
{
    private readonly Func<TOwner, decimal> get;

    public QuickDecimal(MethodInfo getter, PropertyReader<TOwner> careful)
        : base(careful) => get = (Func<TOwner, decimal>)Delegate.CreateDelegate(typeof(Func<TOwner, decimal>), getter);

    public override bool TryRead(ref TOwner owner, ref Value slot)
    {
        var number = get(owner);
        // A zero may carry a sign.
        slot = new Value(new DecimalParts(number).IsZero ? 0m : number);
        return true;
    }
}

/// <summary>A string as a text.</summary>
internal sealed class QuickText<TOwner> : QuickProperty<TOwner>
{
    private readonly Func<TOwner, string?> get;

    public QuickText(MethodInfo getter, PropertyReader<TOwner> careful)
        : base(careful) => get = (Func<TOwner, string?>)Delegate.CreateDelegate(typeof(Func<TOwner, string?>), getter);

    public override bool TryRead(ref TOwner owner, ref Value slot)
    {
        var text = get(owner);
        if (string.IsNullOrWhiteSpace(text) || !FactProblems.IsUnicode(text!))
            return false;
        slot = new Value(text!);
        return true;
    }
}
