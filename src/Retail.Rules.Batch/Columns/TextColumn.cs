using System;
using System.Runtime.InteropServices;
using System.Text;
using Apache.Arrow.Types;
using Retail.Rules.Evaluation;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Batch;

/// <summary>Reads a column of texts, which stand for whatever their fact is. Makes no string for one that keeps coming.</summary>
internal sealed class TextColumn : SingleColumn
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly RepeatedTexts<byte> texts;
    private readonly ArrowTypeId layout;

    public TextColumn(RuleType type, ArrowTypeId layout)
    {
        texts = new RepeatedTexts<byte>(type, Decode);
        this.layout = layout;
    }

    protected override void Load(int start, Span<Value> into)
    {
        for (var i = 0; i < into.Length; i++)
        {
            if (IsNull(start + i))
                into[i] = Value.Absent;
            else if (!texts.TryFind(Bytes(start + i), out into[i]))
                into[i] = Later;
        }
    }

    protected override Value ReadNow(int row, Frame frame) => texts.Read(Bytes(row), frame);

    private ReadOnlySpan<byte> Bytes(int row)
    {
        var at = Data.Offset + row;
        switch (layout)
        {
            case ArrowTypeId.LargeString:
                var longOffsets = MemoryMarshal.Cast<byte, long>(Data.Buffers[1].Span);
                return Data.Buffers[2].Span[(int)longOffsets[at]..(int)longOffsets[at + 1]];
            case ArrowTypeId.StringView:
                return View(Data.Buffers[1].Span.Slice(at * 16, 16));
            default:
                var offsets = MemoryMarshal.Cast<byte, int>(Data.Buffers[1].Span);
                return Data.Buffers[2].Span[offsets[at]..offsets[at + 1]];
        }
    }

    /// <summary>Up to twelve bytes stand in the view itself, more of them in a buffer that it names.</summary>
    private ReadOnlySpan<byte> View(ReadOnlySpan<byte> view)
    {
        var parts = MemoryMarshal.Cast<byte, int>(view);
        return parts[0] <= 12 ? view.Slice(4, parts[0]) : Data.Buffers[2 + parts[2]].Span.Slice(parts[3], parts[0]);
    }

    private static string? Decode(byte[] bytes, int length)
    {
        try
        {
            return Strict.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
