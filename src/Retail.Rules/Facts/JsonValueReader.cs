using System;
using System.IO;
using System.Text.Json;

namespace Retail.Rules;

/// <summary>
/// Reads JSON values one after another from a stream, whether they follow each other (JSON Lines, or any white space between them) or stand
/// in an array, and keeps only the current one, so that a file of any length takes little memory. Comments are skipped. Not thread-safe.
/// </summary>
public sealed class JsonValueReader
{
    private const int MaxDepth = 128;
    private const int MaxBuffer = 1 << 30;

    /// <summary>Up to here a value is tried again after every read, so that slow senders are answered at once; beyond, only once the text has doubled.</summary>
    private const int EagerLength = 1 << 20;

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    private readonly Stream stream;
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private bool isAtEnd;
    private bool isFirstRead = true;
    private bool isInArray;
    private JsonReaderState state = new(new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth, AllowMultipleValues = true });

    /// <summary>Reads from where the stream stands.</summary>
    /// <param name="stream">UTF-8, with or without byte order mark; stays open.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public JsonValueReader(Stream stream) => this.stream = stream ?? throw new ArgumentNullException(nameof(stream));

    /// <summary>Whether there was an array, which may be empty.</summary>
    public bool SawArray { get; private set; }

    /// <summary>The next value. The caller disposes it before it asks for the next.</summary>
    /// <returns>The value; null at the end.</returns>
    /// <exception cref="JsonException">The text is not JSON; it carries line and position.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public JsonDocument? Read()
    {
        while (true)
        {
            if (TryTake(out var value, out var needsMore))
                return value;
            if (!needsMore)
                continue;
            if (isAtEnd)
                return null;
            Fill();
        }
    }

    /// <summary>Takes a value, or a bracket around values, from what is in the buffer.</summary>
    private bool TryTake(out JsonDocument? value, out bool needsMore)
    {
        value = null;
        needsMore = true;
        var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isAtEnd, state);
        if (!reader.Read())
            return false;
        var isBracket = reader.TokenType == (isInArray ? JsonTokenType.EndArray : JsonTokenType.StartArray);
        if (!isBracket && !JsonDocument.TryParseValue(ref reader, out value))
            return false;
        start += (int)reader.BytesConsumed;
        state = reader.CurrentState;
        isInArray ^= isBracket;
        SawArray |= isInArray;
        needsMore = false;
        return !isBracket;
    }

    private void Fill()
    {
        var wanted = isFirstRead ? ByteOrderMark.Length : end - start > EagerLength ? end - start : 1;
        Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
        (start, end) = (0, end - start);
        if (end + wanted > buffer.Length)
        {
            if (buffer.Length >= MaxBuffer)
                throw new JsonException("a single value is longer than 1 GiB");
            Array.Resize(ref buffer, (int)Math.Min(MaxBuffer, Math.Max(buffer.Length * 2L, (long)end + wanted)));
        }
        isAtEnd = !TryReadAtLeast(Math.Min(wanted, buffer.Length - end));
        if (isFirstRead && buffer.AsSpan(0, end).StartsWith(ByteOrderMark))
            start = ByteOrderMark.Length;
        isFirstRead = false;
    }

    /// <summary>Reads until so many more bytes are there; false if the stream ends before.</summary>
    private bool TryReadAtLeast(int count)
    {
        while (count > 0)
        {
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
                return false;
            end += read;
            count -= read;
        }
        return true;
    }
}
