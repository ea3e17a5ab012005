using System;
using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Cli.Output;
using Retail.Rules.Diagnostics;
using Retail.Rules.Dsl;
using Retail.Rules.Json;
using Retail.Rules.Model;

namespace Retail.Rules.Cli.Loading;

/// <summary>Reads rulesets from text or JSON, told apart by the ending of the file, and compiles them.</summary>
internal static class RuleSetLoader
{
    public static DefinitionResult Read(string path)
    {
        var source = SourceFile.Read(path);
        if (path.EndsWith(RuleSetFiles.TextExtension, StringComparison.OrdinalIgnoreCase))
            return RulesText.Parse(source);
        if (path.EndsWith(RuleSetFiles.JsonExtension, StringComparison.OrdinalIgnoreCase))
            return RuleSetJson.Read(source, new RuleSetJsonOptions { ExpressionReader = new RulesExpressionReader() });
        throw new CommandFailure(path + ": is not a ruleset; they end with .rules (text) or .json");
    }

    /// <summary>Everything that can be found out about a document: what its reader says and, if that lets it, what its compilation says.</summary>
    public static IReadOnlyList<Diagnostic> Check(string path, DefinitionResult read, LibraryFiles files) =>
        RuleSet.Check(read, new RuleSetOptions { Library = LibraryOf(path, read, files) });

    /// <summary>What was read, with all that it uses, in a tier.</summary>
    public static CompilationResult Compile(string path, DefinitionResult read, ExecutionTier tier, LibraryFiles files) =>
        RuleSet.Compile(read, new RuleSetOptions { Library = LibraryOf(path, read, files), Tier = tier });

    /// <summary>A ruleset that is ready to run; if it has errors they go to standard error, and the command ends.</summary>
    public static RuleSet Load(string path, LibraryFiles files, Terminal terminal, IReadOnlyDictionary<string, Expression>? parameters = null, ExecutionTier tier = ExecutionTier.Tiered)
    {
        var read = Read(path);
        var library = LibraryOf(path, read, files);
        var compiled = RuleSet.Compile(read, new RuleSetOptions { Library = library, Tier = tier, Parameters = parameters ?? new Dictionary<string, Expression>() });
        if (compiled.RuleSet is not null)
            return compiled.RuleSet;
        // A ruleset that compiles by itself was given parameters that it cannot take: that is usage, and no place in the file is at fault.
        if (parameters is { Count: > 0 } && RuleSet.Compile(read, new RuleSetOptions { Library = library }).RuleSet is not null)
        {
            var first = compiled.Diagnostics.First(found => found.Severity == DiagnosticSeverity.Error);
            throw new CommandFailure("--set: " + first.Message + "; " + first.Advice);
        }
        WriteErrors(compiled.Diagnostics, terminal);
        throw CommandFailure.Silent(ExitCode.Findings);
    }

    /// <summary>A model without errors; if it has some they go to standard error, and the command ends.</summary>
    public static RuleSetDefinition ReadOrFail(string path, Terminal terminal)
    {
        var read = Read(path);
        if (!read.HasErrors)
            return read.Definition!;
        WriteErrors(read.Diagnostics, terminal);
        throw CommandFailure.Silent(ExitCode.Findings);
    }

    private static RuleSetLibrary LibraryOf(string path, DefinitionResult read, LibraryFiles files) =>
        read.Definition is { } definition ? files.Of(path, definition) : RuleSetLibrary.Empty;

    public static void WriteErrors(IEnumerable<Diagnostic> diagnostics, Terminal terminal)
    {
        foreach (var error in diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error))
            DiagnosticText.Write(error, terminal.Error);
    }
}
