using System;
using System.CommandLine;
using System.IO;
using Retail.Rules.Cli.Loading;
using Retail.Rules.Dsl;
using Retail.Rules.Json;

namespace Retail.Rules.Cli.Commands;

/// <summary><c>convert</c>: text to JSON and back; nothing is lost but layout.</summary>
internal static class ConvertCommand
{
    private const string Structured = "structured";

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The ruleset, a .rules or .json file." };
        var to = new Option<string?>("--to") { Description = "The form to write; by default the other one.", HelpName = "json|text" };
        to.AcceptOnlyFromAmong(CommonOptions.Json, CommonOptions.Text);
        var expressions = new Option<string>("--expressions")
        {
            Description = "How JSON holds expressions: as trees, which the runtime package reads alone, or as text of the rule language.",
            HelpName = "structured|text",
            DefaultValueFactory = _ => Structured,
        };
        expressions.AcceptOnlyFromAmong(Structured, CommonOptions.Text);
        var output = new Option<string?>("--out") { Description = "Where to write; by default standard output.", HelpName = "FILE" };
        var bundle = new Option<bool>("--bundle") { Description = "Writes the ruleset with all that it uses as one document, which decides alike and has the same hash." };
        var library = CommonOptions.Library();
        var command = new Command("convert", "Converts a ruleset from text to JSON or back.") { file, to, expressions, bundle, library, output };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var form = parsed.GetValue(expressions) == Structured ? ExpressionForm.Structured : ExpressionForm.Text;
            var definition = parsed.GetValue(bundle)
                ? RuleSetLoader.Load(path, new LibraryFiles(parsed.GetValue(library)!), terminal).Definition
                : RuleSetLoader.ReadOrFail(path, terminal);
            var converted = IsJson(path, parsed.GetValue(to)) ? RuleSetJson.Write(definition, new RuleSetJsonOptions { Expressions = form }) : RulesText.Write(definition);
            var target = parsed.GetValue(output);
            if (target is not null && Path.GetFullPath(target) == Path.GetFullPath(path))
                throw new CommandFailure(target + ": would replace the ruleset that is converted; choose another file");
            if (target is not null)
                SourceFile.Write(target, converted);
            else
                terminal.Out.Write(converted);
            return ExitCode.Fine;
        });
        return command;
    }

    private static bool IsJson(string path, string? to) =>
        to is null ? !path.EndsWith(RuleSetFiles.JsonExtension, StringComparison.OrdinalIgnoreCase) : to == CommonOptions.Json;
}
