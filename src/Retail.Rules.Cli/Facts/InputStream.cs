using System;
using System.IO;
using System.Threading;
using Retail.Rules.Cli.Loading;

namespace Retail.Rules.Cli.Facts;

/// <summary>A file or standard input that is read from begin to end: knows how far it is, and says which file it is that cannot be read.</summary>
internal sealed class InputStream : Stream
{
    private readonly Stream inner;
    private readonly bool isFile;
    private long done;

    private InputStream(Stream inner, bool isFile, string name)
    {
        this.inner = inner;
        this.isFile = isFile;
        Name = name;
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>How many bytes it has; null if nobody knows.</summary>
    public long? Size => isFile && inner.CanSeek ? inner.Length : null;

    /// <summary>Which part of it was read, from 0 to 1; null if nobody knows. May be asked from any thread.</summary>
    public double? Share => Size is > 0 and var size ? Math.Min(1.0, (double)Volatile.Read(ref done) / size) : null;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static InputStream Open(string path, Terminal terminal) => path == FactsReader.StandardInput
        ? new InputStream(terminal.In, isFile: false, "standard input")
        : new InputStream(SourceFile.Open(path), isFile: true, path);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = inner.Read(buffer);
            Volatile.Write(ref done, done + read);
            return read;
        }
        catch (IOException problem)
        {
            throw new CommandFailure(Name + ": cannot be read: " + problem.Message);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (isFile)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
