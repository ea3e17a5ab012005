using System;
using System.Collections.Generic;
using Retail.Rules.Evaluation;
using Retail.Rules.Values;

namespace Retail.Rules.Compilation;

/// <summary>The constants of one delegate: kept apart from the code, which others may share that differ in nothing else. Immutable once emitted.</summary>
internal sealed class EmittedData
{
    public EmittedData(IReadOnlyList<Value> values, IReadOnlyList<object> objects)
    {
        Values = [.. values];
        Objects = [.. objects];
    }

    public Value[] Values { get; }

    public object[] Objects { get; }
}

/// <summary>Code with its constants. Immutable and thread-safe.</summary>
internal sealed class EmittedCode<T>
{
    private readonly Func<EmittedData, Frame, T> code;
    private readonly EmittedData data;

    public EmittedCode(Func<EmittedData, Frame, T> code, EmittedData data)
    {
        this.code = code;
        this.data = data;
    }

    public T Run(Frame frame) => code(data, frame);
}
