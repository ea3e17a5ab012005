using System.Collections.Generic;
using System.IO;
using Retail.Rules.Tests;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests;

/// <summary>The sample books, from the repository.</summary>
internal static class Books
{
    public static string Root => RepositoryRoot.Path;

    public static IEnumerable<string> Paths => ["samples/freshmart/freshmart.promotion_approval.rules", "samples/grocer/grocer.substitution.rules", "samples/homegoods/homegoods.weekend_launch.rules"];

    public static SourceText Read(string path) => new(File.ReadAllText(Path.Combine(Root, path)), path);
}
