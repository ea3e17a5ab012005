using System.CommandLine;
using System.Linq;
using Retail.Rules.Cli.Loading;
using Retail.Rules.Cli.Output;
using Retail.Rules.Model;

namespace Retail.Rules.Cli.Commands;

/// <summary><c>explain parameter</c>: the value of a param, and who set it where.</summary>
internal static class ExplainParameterCommand
{
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "The param." };
        var ruleSet = CommonOptions.RuleSet();
        var set = CommonOptions.Set();
        var library = CommonOptions.Library();
        var command = new Command("parameter", "Tells the value of a param and how it came about: the declaration, what each layer set, and --set.") { name, ruleSet, set, library };
        command.SetAction(parsed =>
        {
            var parameters = ParameterSettings.Parse(parsed.GetValue(set)!, terminal);
            var loaded = RuleSetLoader.Load(parsed.GetValue(ruleSet)!, new LibraryFiles(parsed.GetValue(library)!), terminal, parameters);
            var wanted = parsed.GetValue(name)!;
            if (!loaded.Definition.Declarations.OfType<ParamDeclaration>().Any(declared => declared.Name.Text == wanted))
                throw new CommandFailure(wanted + ": " + loaded.Name + " has no such param");
            ParameterText.Write(loaded.Definition, wanted, parameters.TryGetValue(wanted, out var given) ? given : null, terminal.Out);
            return ExitCode.Fine;
        });
        return command;
    }
}
