using System;

namespace Retail.Rules.Cli;

/// <summary>Ends a command: one line for people, or none where all has been said, and the exit code.</summary>
internal sealed class CommandFailure(string message, int exitCode = ExitCode.BadInput) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>An end of which everything has been said already.</summary>
    public static CommandFailure Silent(int exitCode) => new("", exitCode);
}
