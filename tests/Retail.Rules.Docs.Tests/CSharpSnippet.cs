using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;
using Retail.Rules.Batch;
using Retail.Rules.Dsl;
using Retail.Rules.Vocabulary;
using Diagnostic = Retail.Rules.Diagnostics.Diagnostic;

namespace Retail.Rules.Docs.Tests;

/// <summary>Compiles C# of the pages against the packages as they are built.</summary>
internal static class CSharpSnippet
{
    private static readonly MetadataReference[] References = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Append(typeof(RuleSet).Assembly.Location)
        .Append(typeof(RulesText).Assembly.Location)
        .Append(typeof(RetailVocabulary).Assembly.Location)
        .Append(typeof(FactStream).Assembly.Location)
        .Distinct()
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToArray();

    public static Assembly Compile(Snippet snippet, bool isProgram)
    {
        var compilation = CSharpCompilation.Create(
            "Snippet" + snippet.Line,
            [CSharpSyntaxTree.ParseText(snippet.Code, new CSharpParseOptions(LanguageVersion.Latest))],
            References,
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
                // As every project of the SDK: packages were built against older versions of the platform.
                .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.That(result.Diagnostics.Where(found => found.Severity >= DiagnosticSeverity.Warning).Select(found => found.ToString()), Is.Empty, snippet.ToString());
        return Assembly.Load(image.ToArray());
    }

    /// <summary>Maps the first type that a snippet declares to the facts of a ruleset.</summary>
    public static IReadOnlyList<Diagnostic> MapFacts(RuleSet ruleSet, Snippet snippet)
    {
        var type = Compile(snippet, isProgram: false).GetTypes().First(candidate => candidate.IsPublic);
        var result = typeof(RuleSet).GetMethod(nameof(RuleSet.MapFacts))!.MakeGenericMethod(type).Invoke(ruleSet, null)!;
        return (IReadOnlyList<Diagnostic>)result.GetType().GetProperty(nameof(FactMapResult<object>.Diagnostics))!.GetValue(result)!;
    }

    /// <summary>Runs a program of a page in a folder that holds the page's rulesets, each under the last part of its name; gives what it writes.</summary>
    public static string[] Run(Snippet snippet)
    {
        var folder = Directory.CreateTempSubdirectory("retail-rules-docs").FullName;
        var (current, output) = (Environment.CurrentDirectory, Console.Out);
        using var written = new StringWriter();
        try
        {
            foreach (var rules in Snippet.In(snippet.Page).Where(other => other.Language == "rules" && other.Options.Length == 0))
                File.WriteAllText(Path.Combine(folder, rules.Compile().GetValueOrThrow().Name.Split('.')[^1] + ".rules"), rules.Code);
            Environment.CurrentDirectory = folder;
            Console.SetOut(written);
            var entry = Compile(snippet, isProgram: true).EntryPoint!;
            entry.Invoke(null, entry.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(output);
            Environment.CurrentDirectory = current;
            Directory.Delete(folder, recursive: true);
        }
        return written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
