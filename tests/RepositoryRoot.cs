using System;
using System.IO;

namespace Retail.Rules.Tests;

/// <summary>Where the repository is that these tests were built in: compiled into each test project that reads samples, docs or golden files.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    // Looks for the solution: paths that the compiler knows are replaced in builds that others must be able to repeat.
    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (File.Exists(System.IO.Path.Combine(folder, "Retail.Rules.sln")))
                return folder;
        }
        throw new DirectoryNotFoundException("no Retail.Rules.sln above " + AppContext.BaseDirectory);
    }
}
