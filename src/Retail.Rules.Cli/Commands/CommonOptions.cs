using System.CommandLine;
using Retail.Rules.Cli.Facts;

namespace Retail.Rules.Cli.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class CommonOptions
{
    public const string Text = "text";
    public const string Json = "json";

    public static Argument<string> RuleSet() => new("RULESET") { Description = "The ruleset, a .rules or .json file." };

    public static Argument<string[]> Paths() =>
        new("PATH") { Description = "Rulesets, and folders that are searched for *.rules and *.rules.json.", Arity = ArgumentArity.OneOrMore };

    public static Option<string[]> Library() => new("--library")
    {
        Description = "A folder to look in for used documents, after the folder of the file that uses them. May be repeated.",
        HelpName = "DIR",
        DefaultValueFactory = _ => [],
    };

    public static Option<string> Facts() => new("--facts")
    {
        Description = "The facts: a JSON object, an array of them, a suite, JSON Lines or CSV; - is standard input. { \"case\": \"A-02\", \"facts\": { ... } } names them.",
        HelpName = "FILE",
        Required = true,
    };

    public static Option<string?> Input()
    {
        var option = new Option<string?>("--input")
        {
            Description = "What the facts are written as, unless the file's ending says it: jsonl takes each line by itself; json takes objects as they come.",
            HelpName = "json|jsonl|csv",
        };
        option.AcceptOnlyFromAmong(FactsInput.Json, FactsInput.JsonLines, FactsInput.Csv);
        return option;
    }

    public static Option<int> Threads() => new("--threads")
    {
        Description = "How many threads judge; 0, as by default, is one for each processor, or one for little input. The output is the same.",
        HelpName = "N",
    };

    public static Option<string[]> Set() => new("--set")
    {
        Description = "Sets a param of the ruleset, inside its bounds: maxDepth=40%. May be repeated.",
        HelpName = "param=value",
        DefaultValueFactory = _ => [],
    };

    public static Option<string?> AsOf() => new("--as-of")
    {
        Description = "The date to judge for: replaces the fact asOf, whatever the facts say.",
        HelpName = "DATE",
    };

    public static Option<string> Format(string description, params string[] formats)
    {
        var option = new Option<string>("--format") { Description = description, DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }
}
