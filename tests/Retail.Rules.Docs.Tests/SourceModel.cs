using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Retail.Rules.Docs.Tests;

/// <summary>What each file of a source project refers to, as the compiler sees it.</summary>
internal static class SourceModel
{
    /// <summary>From the lowest to the highest.</summary>
    private static readonly string[] Projects = ["Retail.Rules", "Retail.Rules.Dsl", "Retail.Rules.Vocabulary"];

    private static readonly Lazy<IReadOnlyList<Reference>> Runtime = new(() => ReferencesIn("src/Retail.Rules"));

    private static readonly Lazy<IReadOnlyList<Reference>> Dsl = new(() => ReferencesIn("src/Retail.Rules.Dsl"));

    private static readonly Lazy<IReadOnlyList<Reference>> Vocabulary = new(() => ReferencesIn("src/Retail.Rules.Vocabulary"));

    public static IReadOnlyList<Reference> OfRuntime => Runtime.Value;

    public static IReadOnlyList<Reference> OfDsl => Dsl.Value;

    public static IReadOnlyList<Reference> OfVocabulary => Vocabulary.Value;

    private static Reference[] ReferencesIn(string project)
    {
        var root = Path.Combine(Repository.Root, project);
        var options = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: ["NET", "NET10_0", "NET10_0_OR_GREATER", "NET8_0_OR_GREATER"]);
        var trees = Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(root, path).StartsWith("obj", StringComparison.Ordinal) && !Path.GetRelativePath(root, path).StartsWith("bin", StringComparison.Ordinal))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, Path.GetRelativePath(root, path).Replace('\\', '/')))
            .ToArray();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !IsAbove(Path.GetFileNameWithoutExtension(path), Path.GetFileName(root)))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(Path.GetFileName(root), trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return trees.SelectMany(tree => ReferencesOf(tree, compilation.GetSemanticModel(tree))).ToArray();
    }

    /// <summary>Whether an assembly is a project's own or one of those built on it.</summary>
    private static bool IsAbove(string assembly, string project) => Array.IndexOf(Projects, assembly) >= Array.IndexOf(Projects, project);

    private static IEnumerable<Reference> ReferencesOf(SyntaxTree tree, SemanticModel model)
    {
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (model.GetSymbolInfo(name).Symbol is not { } symbol || symbol is INamespaceSymbol)
                continue;
            var line = tree.GetLineSpan(name.Span).StartLinePosition.Line + 1;
            var declared = symbol.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath).FirstOrDefault();
            var owner = (symbol as INamedTypeSymbol ?? symbol.ContainingType)?.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) ?? "";
            yield return new Reference(tree.FilePath, line, symbol.Name, owner, symbol.ContainingNamespace?.ToDisplayString() ?? "", declared);
        }
    }
}

/// <summary>A name in a source file and what it stands for.</summary>
/// <param name="File">The file, from the root of its project.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Name">The name of the symbol.</param>
/// <param name="Owner">The type that it is, or that it is a member of.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="DeclaredIn">The file that declares it; null for what other assemblies declare.</param>
internal sealed record Reference(string File, int Line, string Name, string Owner, string Namespace, string? DeclaredIn)
{
    /// <summary>The folder of the file; empty at the root of the project.</summary>
    public string Folder => FolderOf(File);

    /// <summary>The folder of what it stands for; null for what other assemblies declare.</summary>
    public string? UsedFolder => DeclaredIn is null ? null : FolderOf(DeclaredIn);

    public override string ToString() => File + ":" + Line + " " + Owner + "." + Name;

    private static string FolderOf(string file) => file.Contains('/') ? file[..file.IndexOf('/')] : "";
}
