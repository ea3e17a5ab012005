using System;
using System.Reflection;
using Retail.Rules.Evaluation;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>Reads one property of an object as a fact, or as a member of a record of facts. Immutable and thread-safe.</summary>
internal abstract class PropertyReader<TOwner>
{
    public abstract Value Read(ref TOwner owner, Frame frame);

    /// <summary>Reads the property into a slot if nothing needs to be said about its value; else false, and <see cref="Read"/> says it. May throw what the property throws.</summary>
    public virtual bool TryRead(ref TOwner owner, ref Value slot) => false;
}

/// <summary>Reads a property through its getter, which became a delegate when the map was made.</summary>
internal sealed class PropertyReader<TOwner, T> : PropertyReader<TOwner>
{
    private delegate T StructGetter(ref TOwner owner);

    private readonly string name;
    private readonly Func<TOwner, T>? getOfClass;
    private readonly StructGetter? getOfStruct;
    private readonly ClrReader<T> reader;

    public PropertyReader(string name, MethodInfo getter, ClrReader<T> reader)
    {
        this.name = name;
        this.reader = reader;
        if (typeof(TOwner).IsValueType)
            getOfStruct = (StructGetter)Delegate.CreateDelegate(typeof(StructGetter), getter);
        else
            getOfClass = (Func<TOwner, T>)Delegate.CreateDelegate(typeof(Func<TOwner, T>), getter);
    }

    public override Value Read(ref TOwner owner, Frame frame)
    {
        var log = frame.FactLog;
        log.Enter(name);
        var depth = log.Depth;
        Value value;
        try
        {
            var member = getOfStruct is null ? getOfClass!(owner) : getOfStruct(ref owner);
            value = reader.Read(ref member, frame);
        }
        catch (Exception thrown)
        {
            log.RefuseThrown(thrown, depth);
            value = Value.Unknown;
        }
        log.Leave();
        return value;
    }
}
