using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Retail.Rules.Cli.Loading;
using Retail.Rules.Cli.Output;
using Retail.Rules.Comparison;
using Retail.Rules.Model;

namespace Retail.Rules.Cli.Testing;

/// <summary>
/// Runs examples and suites: a line for each source of cases, all about each failure, the summary last. What cannot be read or compiled is
/// told and does not keep the rest from running. One per command; not thread-safe.
/// </summary>
internal sealed class TestRun(IReadOnlyList<ExecutionTier> tiers, LibraryFiles library, Terminal terminal)
{
    private int passed;
    private int failed;
    private int exitCode = ExitCode.Fine;

    public int Run(IReadOnlyList<string> ruleSetFiles, IReadOnlyList<string> suiteFiles)
    {
        var suites = suiteFiles.Select(path => (Path: path, Suite: ReadSuite(path))).Where(read => read.Suite is not null).ToArray();
        var names = new HashSet<string>();
        foreach (var path in ruleSetFiles)
        {
            var (name, subject) = Load(path);
            if (name is not null)
                names.Add(name);
            if (subject is null)
                continue;
            Run(path, RuleSuite.FromExamples(subject.Definition), subject);
            foreach (var (suitePath, suite) in suites.Where(read => read.Suite!.RuleSet == name))
                Run(suitePath, suite!, subject);
        }
        foreach (var (path, suite) in suites.Where(read => !names.Contains(read.Suite!.RuleSet)))
            Refuse(path + ": is for " + suite!.RuleSet + ", which is not among the rulesets given");
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed"));
        return exitCode != ExitCode.Fine ? exitCode : failed > 0 ? ExitCode.Findings : ExitCode.Fine;
    }

    private void Run(string path, RuleSuite suite, TestSubject subject)
    {
        var warnings = new WarningLog(terminal);
        var outcomes = suite.Cases.Select(one => subject.Run(one, warnings)).ToArray();
        var failures = outcomes.Where(outcome => outcome.Failures.Count > 0).ToArray();
        foreach (var failure in failures)
            FailureText.Write(path, failure, terminal.Out);
        passed += outcomes.Length - failures.Length;
        failed += failures.Length;
        if (outcomes.Length > 0)
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {outcomes.Length - failures.Length} of {outcomes.Length} passed"));
    }

    private RuleSuite? ReadSuite(string path)
    {
        var read = RuleSuite.Read(SourceFile.Read(path));
        if (read.Suite is not null)
            return read.Suite;
        RuleSetLoader.WriteErrors(read.Diagnostics, terminal);
        exitCode = ExitCode.BadInput;
        return null;
    }

    /// <summary>
    /// The ruleset in every tier. One that does not compile counts as a failure: its cases did not pass. Vocabularies have no cases, and those of
    /// parts are cases of their rulesets.
    /// </summary>
    private (string? Name, TestSubject? Subject) Load(string path)
    {
        var read = RuleSetLoader.Read(path);
        if (read.Definition?.Kind is DocumentKind.Vocabulary or DocumentKind.Part && !read.HasErrors)
            return (null, null);
        var diagnostics = read.Diagnostics;
        if (!read.HasErrors)
        {
            var compiled = tiers.Select(tier => RuleSetLoader.Compile(path, read, tier, library)).ToArray();
            if (compiled[0].RuleSet is not null)
                return (read.Definition!.Name.Text, new TestSubject(tiers.Zip(compiled, (tier, result) => (tier, result.RuleSet!)).ToArray()));
            diagnostics = compiled[0].Diagnostics;
        }
        RuleSetLoader.WriteErrors(diagnostics, terminal);
        terminal.Out.WriteLine("failed  " + path + ": has errors");
        failed++;
        return (read.Definition?.Name.Text, null);
    }

    private void Refuse(string message)
    {
        terminal.Error.WriteLine("error: " + Printable.Of(message));
        exitCode = ExitCode.BadInput;
    }
}
