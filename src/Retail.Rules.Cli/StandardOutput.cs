using System;
using System.IO;
using Microsoft.Win32.SafeHandles;

namespace Retail.Rules.Cli;

/// <summary>
/// Standard output that says when nobody reads it any more. The console's own stream swallows a closed pipe, and <c>run … | head</c> would go
/// on to the last of a million rows.
/// </summary>
internal static class StandardOutput
{
    private const int Handle = 1;

    public static Stream Open()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
            return Console.OpenStandardOutput();
        var pipe = new FileStream(new SafeFileHandle(Handle, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // A file is left to the console's stream: a FileStream would write at offsets of its own, over what others write to the same file.
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }
}
