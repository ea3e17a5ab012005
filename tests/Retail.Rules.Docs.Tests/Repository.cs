using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Retail.Rules.Tests;

namespace Retail.Rules.Docs.Tests;

/// <summary>The files of the repository that this is built from.</summary>
internal static class Repository
{
    public static string Root => RepositoryRoot.Path;

    /// <summary>README and the pages of <c>docs/</c>, without those of single diagnostics, as paths from the root.</summary>
    public static IEnumerable<string> Pages =>
        Directory.GetFiles(Path.Combine(Root, "docs"), "*.md").Select(path => "docs/" + Path.GetFileName(path)).Prepend("README.md").OrderBy(path => path, StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Whether expectations are rewritten, for the change to be read as a diff.</summary>
    public static bool UpdatesGolden => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static void Write(string path, string text) => File.WriteAllText(Path.Combine(Root, path), text);

    public static bool Has(string path) => File.Exists(Path.Combine(Root, path)) || Directory.Exists(Path.Combine(Root, path));
}
