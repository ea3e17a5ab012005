using System;
using System.CommandLine;
using System.Text.Json;
using Retail.Rules.Cli.Loading;
using Retail.Rules.Cli.Output;
using Retail.Rules.Release;

namespace Retail.Rules.Cli.Commands;

/// <summary><c>release</c>: takes a promotion through the stages of a gate.</summary>
internal static class ReleaseCommand
{
    public static Command Create(Terminal terminal)
    {
        var gate = new Argument<string>("GATE") { Description = "The gate: a JSON file that names the stages and their rulesets." };
        var request = new Option<string>("--request") { Description = "The promotion: a JSON file with its days, channels, waves, regions and facts.", HelpName = "FILE", Required = true };
        var library = CommonOptions.Library();
        var format = CommonOptions.Format("text for people, or JSON with every stage's decision in full.", CommonOptions.Text, CommonOptions.Json);
        var command = new Command("release", "Takes a promotion through every stage of a release gate: verdicts, activation plan, and what it waits for.") { gate, request, library, format };
        command.SetAction(parsed =>
        {
            var loaded = GateFile.Load(parsed.GetValue(gate)!, new LibraryFiles(parsed.GetValue(library)!), terminal);
            var decision = Judge(loaded, parsed.GetValue(request)!);
            if (parsed.GetValue(format) == CommonOptions.Json)
                terminal.Out.WriteLine(decision.ToJson());
            else
                ReleaseText.Write(decision, loaded, terminal);
            return ExitCode.Fine;
        });
        return command;
    }

    private static ReleaseDecision Judge(ReleaseGate gate, string path)
    {
        try
        {
            return gate.Judge(ReleaseRequest.Parse(SourceFile.Read(path).Content));
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new CommandFailure(path + ": " + problem.Message);
        }
    }
}
