using System;
using System.IO;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Json;
using Retail.Rules.Text;

namespace Retail.Rules.Tests.Json;

[TestFixture]
public class DocumentationTests
{
    [Test]
    public void The_document_on_the_page_about_json_is_read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Retail.Rules.sln")))
            folder = folder.Parent!;
        var page = File.ReadAllText(Path.Combine(folder.FullName, "docs", "json.md"));
        var json = page.Split("```json")[1].Split("```")[0];

        var read = RuleSetJson.Read(new SourceText(json));

        Assert.That(read.Diagnostics.Select(diagnostic => diagnostic.ToString()), Is.Empty);
        Assert.That(read.Definition!.Declarations, Has.Count.EqualTo(5));
    }
}
