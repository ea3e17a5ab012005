using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.IO;
using System.Linq;
using Retail.Rules.Cli.Commands;
using Retail.Rules.Cli.Output;

namespace Retail.Rules.Cli;

/// <summary>The command line as a function: arguments and streams in, exit code out.</summary>
internal static class App
{
    /// <summary>Named here and not after the assembly, as a root command would be.</summary>
    private const string Name = "retail-rules";

    /// <summary>EPIPE, which is what an <see cref="IOException"/> on Unix carries.</summary>
    private const int BrokenPipe = 32;

    public static int Run(string[] args, Terminal terminal)
    {
        try
        {
            var exitCode = Invoke(args, terminal);
            terminal.Out.Flush();
            return exitCode;
        }
        catch (CommandFailure failure)
        {
            terminal.Out.Flush();
            if (failure.Message.Length > 0)
                terminal.Error.WriteLine("error: " + Printable.Of(failure.Message));
            return failure.ExitCode;
        }
        catch (IOException problem)
        {
            // Files are opened and read elsewhere, with words of their own: this is the output.
            if (problem.HResult == BrokenPipe)
                return ExitCode.ClosedPipe;
            terminal.Error.WriteLine("error: the output cannot be written: " + problem.Message);
            return ExitCode.BadInput;
        }
    }

    private static int Invoke(string[] args, Terminal terminal)
    {
        var root = new Command(Name, "Judges promotions, margins, funding, exposure and substitutions by rules.")
        {
            new HelpOption(),
            new VersionOption(),
            CheckCommand.Create(terminal),
            RunCommand.Create(terminal),
            DiffCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            TestCommand.Create(terminal),
            ConvertCommand.Create(terminal),
            MetricsCommand.Create(terminal),
            ReleaseCommand.Create(terminal),
        };
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
        {
            foreach (var message in parsed.Errors.Select(error => error.Message).Distinct())
                terminal.Error.WriteLine("error: " + message);
            terminal.Error.WriteLine("see `" + UsageOf(parsed) + " --help`");
            return ExitCode.BadInput;
        }
        return parsed.Invoke(new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static string UsageOf(ParseResult parsed) =>
        parsed.CommandResult.Command.Name == Name ? Name : Name + " " + parsed.CommandResult.Command.Name;
}
