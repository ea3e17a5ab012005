using System;
using System.IO;
using System.Text;

namespace Retail.Rules.Cli;

/// <summary>Connects the command line to the process: UTF-8 both ways, whatever the console is set to.</summary>
internal static class Program
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static int Main(string[] args)
    {
        if (!Console.IsOutputRedirected)
            Console.OutputEncoding = Utf8;
        using var input = Console.OpenStandardInput();
        // Not disposed: the application flushes it, and a second try on a closed pipe would throw.
        var output = new StreamWriter(StandardOutput.Open(), Utf8, bufferSize: 64 * 1024);
        using var error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true };
        var terminal = new Terminal(input, output, error)
        {
            Width = Console.IsOutputRedirected ? Terminal.DefaultWidth : Math.Max(Console.WindowWidth, 40),
            WatchesError = !Console.IsErrorRedirected,
            ShowsProgress = Console.IsOutputRedirected && !Console.IsErrorRedirected,
        };
        return App.Run(args, terminal);
    }
}
