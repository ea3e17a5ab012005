using System;
using System.IO;

namespace Retail.Rules.Metrics;

/// <summary>
/// Cuts a stream into lines, holding no more than one of them: what is longer than a record can be is skipped to its end. A CR before the line feed
/// and a byte order mark do not belong to a line. One per stream; not thread-safe.
/// </summary>
internal sealed class JsonLineReader(Stream stream)
{
    /// <summary>More bytes than any record needs.</summary>
    public const int MaxLine = 1024 * 1024;

    private byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;
    private bool isDone;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <param name="line">Its bytes, good until the next call; empty if it is too long.</param>
    /// <param name="isTooLong">Whether it was longer than <see cref="MaxLine"/> and was skipped.</param>
    /// <returns>False at the end.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public bool TryRead(out ReadOnlyMemory<byte> line, out bool isTooLong)
    {
        isTooLong = false;
        line = default;
        var searched = 0;
        while (true)
        {
            var feed = Array.IndexOf(buffer, (byte)'\n', start + searched, end - start - searched);
            if (feed >= 0 || (isDone && end > start))
            {
                var length = (feed < 0 ? end : feed) - start;
                if (!isTooLong && length <= MaxLine)
                    line = Trimmed(buffer.AsMemory(start, length));
                else
                    isTooLong = true;
                start = feed < 0 ? end : feed + 1;
                LineNumber++;
                return true;
            }
            if (isDone)
            {
                LineNumber += isTooLong ? 1 : 0;
                return isTooLong;
            }
            searched = end - start;
            if (searched > MaxLine)
            {
                isTooLong = true;
                start = end;
                searched = 0;
            }
            Fill();
        }
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }
        if (end == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var count = stream.Read(buffer, end, buffer.Length - end);
        end += count;
        isDone = count == 0;
    }

    private ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> line)
    {
        if (line.Length > 0 && line.Span[^1] == (byte)'\r')
            line = line[..^1];
        return LineNumber == 0 && line.Span.StartsWith("\uFEFF"u8) ? line[3..] : line;
    }
}
