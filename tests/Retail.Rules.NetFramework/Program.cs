using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Retail.Rules;
using Retail.Rules.Dsl;
using Retail.Rules.Json;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.NetFramework;

/// <summary>
/// Judges every case of every book in a folder, from text and from structured JSON, in both tiers, and prints one decision a line. Built for
/// .NET Framework (run by Mono in CI), for .NET 10, and ahead of time by Retail.Rules.NativeAot: what they print must be the same.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args.Length != 1 || !Directory.Exists(args[0]))
        {
            Console.Error.WriteLine("usage: Retail.Rules.NetFramework FOLDER");
            return 2;
        }
        var count = 0;
        foreach (var book in Directory.GetFiles(args[0], "*.rules", SearchOption.AllDirectories).OrderBy(path => path, StringComparer.Ordinal))
            count += Judge(book);
        return count > 0 ? 0 : 1;
    }

    private static int Judge(string book)
    {
        var library = RuleSetLibrary.Of([.. Directory.GetFiles(Path.GetDirectoryName(book)!, "*.rules").Select(file => RulesText.Parse(new SourceText(File.ReadAllText(file), Path.GetFileName(file))))]);
        var fromText = Definition(RulesText.Parse(new SourceText(File.ReadAllText(book), Path.GetFileName(book))));
        var fromJson = Definition(RuleSetJson.Read(new SourceText(RuleSetJson.Write(fromText), Path.GetFileName(book) + ".json")));
        if (fromText.Kind is not (DocumentKind.RuleSet or DocumentKind.Layer))
            return 0;
        var facts = Directory.GetFiles(Path.GetDirectoryName(book)!, "*.suite.json").OrderBy(path => path, StringComparer.Ordinal).SelectMany(Cases).ToArray();
        foreach (var definition in new[] { fromText, fromJson })
        {
            foreach (var tier in new[] { ExecutionTier.Interpreted, ExecutionTier.Compiled })
            {
                var ruleSet = RuleSet.Compile(definition, new RuleSetOptions { Tier = tier, Library = library }).GetValueOrThrow();
                foreach (var given in facts)
                    Console.Out.WriteLine(ruleSet.Evaluate(given).ToJson());
            }
        }
        return facts.Length;
    }

    private static RuleSetDefinition Definition(DefinitionResult result) =>
        result.HasErrors ? throw new RuleSetException(result.Diagnostics) : result.Definition!;

    private static IEnumerable<FactSet> Cases(string suite)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(suite));
        foreach (var one in document.RootElement.GetProperty("cases").EnumerateArray())
            yield return FactSet.FromJson(one.GetProperty("given").Clone(), one.GetProperty("id").GetString());
    }
}
