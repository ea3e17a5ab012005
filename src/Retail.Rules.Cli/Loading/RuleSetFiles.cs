using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Retail.Rules.Cli.Loading;

/// <summary>
/// Finds rulesets and suites. A file is what it is named on the command line; in a folder and the folders below, <c>*.rules</c> and
/// <c>*.rules.json</c> are rulesets and <c>*.suite.json</c> are suites, in ordinal order, hidden ones left out.
/// </summary>
internal static class RuleSetFiles
{
    public const string TextExtension = ".rules";
    public const string JsonExtension = ".json";

    private const string SuiteEnding = ".suite.json";

    private static readonly EnumerationOptions InFolders = new() { RecurseSubdirectories = true, MaxRecursionDepth = 32, MatchCasing = MatchCasing.CaseInsensitive };

    private static readonly EnumerationOptions Flat = new() { MatchCasing = MatchCasing.CaseInsensitive };

    /// <summary>The rulesets behind paths; folders without any are an error.</summary>
    public static IReadOnlyList<string> RuleSets(IEnumerable<string> paths) =>
        paths.SelectMany(path => Directory.Exists(path) ? InFolder(path) : [path]).Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>The suites in those paths that are folders.</summary>
    public static IReadOnlyList<string> Suites(IEnumerable<string> paths) =>
        paths.Where(Directory.Exists).SelectMany(folder => Find(folder, "*" + SuiteEnding)).Distinct(StringComparer.Ordinal).ToArray();

    public static bool IsSuite(string path) => path.EndsWith(SuiteEnding, StringComparison.OrdinalIgnoreCase);

    /// <summary>The documents in a folder, and not those below it; none if there is no such folder.</summary>
    public static IEnumerable<string> Beside(string folder)
    {
        var existing = folder.Length == 0 ? "." : folder;
        if (!Directory.Exists(existing))
            return [];
        return Find(existing, "*" + TextExtension, Flat).Concat(Find(existing, "*" + TextExtension + JsonExtension, Flat))
            .Select(path => folder.Length == 0 ? Path.GetFileName(path) : path);
    }

    private static IReadOnlyList<string> InFolder(string folder)
    {
        var found = Find(folder, "*" + TextExtension).Concat(Find(folder, "*" + TextExtension + JsonExtension)).ToArray();
        return found.Length > 0 ? found : throw new CommandFailure(folder + ": holds no rulesets (*.rules, *.rules.json)");
    }

    private static IEnumerable<string> Find(string folder, string pattern, EnumerationOptions? options = null)
    {
        try
        {
            return Directory.GetFiles(folder, pattern, options ?? InFolders).Select(path => path.Replace('\\', '/')).OrderBy(path => path, StringComparer.Ordinal);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure(folder + ": cannot be searched: " + problem.Message);
        }
    }
}
