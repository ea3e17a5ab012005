using System;
using System.IO;

namespace Retail.Rules.Batch;

/// <summary>Splits bytes at line ends. Not thread-safe.</summary>
internal sealed class LineReader
{
    private const int MaxLength = 1 << 30;

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    private readonly Stream stream;
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int scanned;
    private int end;
    private bool isAtEnd;

    public LineReader(Stream stream) => this.stream = stream;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The next line without its end.</summary>
    /// <param name="line">The line, valid until the next is asked for.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="InvalidDataException">A line is longer than 1 GiB.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var length = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
            if (length >= 0 || (isAtEnd && end > start))
            {
                var stop = length >= 0 ? scanned + length : end;
                line = buffer.AsSpan(start, stop - start);
                start = scanned = Math.Min(stop + 1, end);
                if (Number++ == 0 && line.StartsWith(ByteOrderMark))
                    line = line[ByteOrderMark.Length..];
                return true;
            }
            line = default;
            if (isAtEnd)
                return false;
            Fill();
        }
    }

    private void Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        scanned = end;
        if (end == buffer.Length)
        {
            if (end >= MaxLength)
                throw new InvalidDataException(FormattableString.Invariant($"line {Number + 1} is longer than 1 GiB"));
            Array.Resize(ref buffer, buffer.Length * 2);
        }
        var read = stream.Read(buffer, end, buffer.Length - end);
        isAtEnd = read == 0;
        end += read;
    }
}
