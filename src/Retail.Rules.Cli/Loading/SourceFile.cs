using System;
using System.IO;
using System.Text;
using Retail.Rules.Text;

namespace Retail.Rules.Cli.Loading;

/// <summary>Opens files, and says in one line why one cannot be opened.</summary>
internal static class SourceFile
{
    /// <summary>More bytes than any ruleset or suite may have characters: what is longer is not even read.</summary>
    private const long MaxBytes = 256L * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The whole text of a file, under the path by which the user names it.</summary>
    public static SourceText Read(string path)
    {
        using var stream = Open(path);
        if (stream.CanSeek && stream.Length > MaxBytes)
            throw new CommandFailure(path + ": is longer than 256 MiB");
        using var reader = new StreamReader(stream, Strict);
        try
        {
            return new SourceText(reader.ReadToEnd(), path);
        }
        catch (DecoderFallbackException)
        {
            throw new CommandFailure(path + ": is not UTF-8 text");
        }
        catch (IOException problem)
        {
            throw new CommandFailure(path + ": cannot be read: " + problem.Message);
        }
    }

    public static FileStream Open(string path)
    {
        try
        {
            if (Directory.Exists(path))
                throw new CommandFailure(path + ": is a directory, not a file");
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandFailure(path + ": no such file");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandFailure(path + ": cannot be opened: " + problem.Message);
        }
    }

    public static void Write(string path, string content)
    {
        try
        {
            File.WriteAllText(path, content, Strict);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandFailure(path + ": cannot be written: " + problem.Message);
        }
    }
}
