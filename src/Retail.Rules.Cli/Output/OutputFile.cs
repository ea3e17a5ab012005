using System;
using System.IO;

namespace Retail.Rules.Cli.Output;

/// <summary>Opens files to write, and says in one line why one cannot be.</summary>
internal static class OutputFile
{
    public static FileStream Create(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandFailure(path + ": cannot be written: " + problem.Message);
        }
    }
}
