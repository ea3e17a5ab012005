using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Retail.Rules.Dsl;
using Retail.Rules.Model;
using Retail.Rules.Vocabulary;

namespace Retail.Rules.Cli.Loading;

/// <summary>
/// Finds the files that a document uses: NAME.rules or NAME.rules.json beside the file that names it, then in the folders of <c>--library</c>,
/// then among the built-in vocabularies. Immutable.
/// </summary>
internal sealed class LibraryFiles(IReadOnlyList<string> folders)
{
    private const string JsonEnding = RuleSetFiles.TextExtension + RuleSetFiles.JsonExtension;

    /// <summary>Everything that a document needs, directly or through others, and parts of it that it does not use.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="definition">The document.</param>
    public RuleSetLibrary Of(string path, RuleSetDefinition definition)
    {
        var documents = new Dictionary<string, DefinitionResult>(StringComparer.Ordinal);
        var places = new List<string>();
        var open = new Queue<(string Folder, RuleSetDefinition Definition)>([(FolderOf(path), definition)]);
        while (open.TryDequeue(out var next))
        {
            string[] searched = [next.Folder, .. folders];
            places.AddRange(searched);
            foreach (var name in NamesIn(next.Definition).Where(name => name != definition.Name.Text && !documents.ContainsKey(name)))
            {
                if (Find(name, searched) is not { } found)
                    continue;
                documents.Add(name, found.Read);
                if (found.Read.Definition is { } used)
                    open.Enqueue((found.Folder, used));
            }
            if (next.Definition.Kind is not (DocumentKind.RuleSet or DocumentKind.Layer))
                continue;
            foreach (var part in PartsOf(next.Definition.Name.Text, searched).Where(part => part.Definition!.Name.Text != definition.Name.Text))
                documents.TryAdd(part.Definition!.Name.Text, part);
        }
        return new RuleSetLibrary(documents, PlacesOf(places));
    }

    private static IEnumerable<string> NamesIn(RuleSetDefinition definition) =>
        definition.Uses.SelectMany(use => use.Names).Concat(definition.Base is { } below ? [below] : []).Select(name => name.Text);

    private static (string Folder, DefinitionResult Read)? Find(string name, string[] searched)
    {
        foreach (var path in searched.SelectMany(folder => new[] { RuleSetFiles.TextExtension, JsonEnding }, (folder, ending) => Path.Join(folder, name + ending)))
        {
            if (File.Exists(path))
                return (FolderOf(path), RuleSetLoader.Read(path.Replace('\\', '/')));
        }
        return RetailVocabulary.TextOf(name) is { } text ? ("", RulesText.Parse(text)) : null;
    }

    /// <summary>The parts of a ruleset that lie in some folders: what it forgets to use is found too.</summary>
    private static IEnumerable<DefinitionResult> PartsOf(string name, string[] searched)
    {
        foreach (var path in searched.Distinct(StringComparer.Ordinal).SelectMany(RuleSetFiles.Beside))
        {
            if (!MayBePartOf(name, path))
                continue;
            var read = RuleSetLoader.Read(path);
            if (read.Definition is { Kind: DocumentKind.Part } part && part.Base?.Text == name)
                yield return read;
        }
    }

    /// <summary>Whether a file is worth reading; one that cannot be read is no part of anything until somebody uses it.</summary>
    private static bool MayBePartOf(string name, string path)
    {
        try
        {
            var content = SourceFile.Read(path).Content;
            return content.Contains("part", StringComparison.Ordinal) && content.Contains(name, StringComparison.Ordinal);
        }
        catch (CommandFailure)
        {
            return false;
        }
    }

    private static IReadOnlyList<string> PlacesOf(IEnumerable<string> searched)
    {
        var places = searched.Distinct(StringComparer.Ordinal).Select(folder => folder.Length == 0 ? "the current folder" : folder);
        return [.. places, "the built-in vocabularies"];
    }

    private static string FolderOf(string path) => (Path.GetDirectoryName(path) ?? "").Replace('\\', '/');
}
