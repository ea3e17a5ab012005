using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using NUnit.Framework;
using Retail.Rules.Dsl.Lexing;
using Retail.Rules.Dsl.Parsing;
using Retail.Rules.Dsl.Syntax;
using Retail.Rules.Text;

namespace Retail.Rules.Dsl.Tests.Corpus;

/// <summary>
/// Texts with the tokens, the tree and the canonical form that they must give, byte for byte. Setting UPDATE_GOLDEN=1 rewrites the
/// expectations; the change is then read as a diff.
/// </summary>
[TestFixture]
public sealed class GoldenTests
{
    private static readonly string Folder = Path.Combine(Books.Root, "tests", "Retail.Rules.Dsl.Tests", "Corpus");

    private static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.rules")
        .Where(path => !path.EndsWith(".formatted.rules", StringComparison.Ordinal))
        .Select(path => Path.GetFileNameWithoutExtension(path)!).OrderBy(name => name, StringComparer.Ordinal);

    [TestCaseSource(nameof(Names))]
    public void Tokens(string name)
    {
        var source = Read(name);
        var sink = new DiagnosticSink(source);
        var text = new StringBuilder();
        foreach (var token in Lexer.Lex(source.Content, 0, source.Length, sink, new TextTable()))
        {
            text.Append(source.GetPosition(token.Start)).Append(token.IsFirstOnLine ? " ^ " : "   ").Append(token.Kind).Append(' ').Append(token.Text).Append('\n');
            foreach (var comment in Comment.Before(token))
                text.Append("      ").Append(comment.IsOnOwnLine ? "above" : "behind").Append(comment.IsDocumentation ? " doc: " : ": ").Append(comment.Text).Append('\n');
        }
        Compare(name + ".tokens.txt", text + Lines(sink.InTextOrder()));
    }

    [TestCaseSource(nameof(Names))]
    public void Tree(string name)
    {
        var tree = SyntaxTree.Parse(Read(name), RuleSetLimits.Default);
        var text = new StringBuilder();
        Write(text, tree.Root, 0);
        Compare(name + ".tree.txt", text + Lines(tree.Diagnostics));
    }

    [TestCaseSource(nameof(Names))]
    public void Formatted(string name)
    {
        var result = RulesText.Parse(Read(name));
        if (!result.HasErrors)
            Compare(name + ".formatted.rules", RulesText.Write(result.Definition!));
        else
            Assert.That(File.Exists(Path.Combine(Folder, name + ".formatted.rules")), Is.False);
    }

    [Test]
    public void The_corpus_covers_the_language()
    {
        var kinds = Names.SelectMany(name => Kinds(SyntaxTree.Parse(Read(name), RuleSetLimits.Default).Root)).ToHashSet();

        Assert.That(Enum.GetValues<SyntaxKind>().Where(kind => kind is not (SyntaxKind.List or SyntaxKind.EndOfLine)).Except(kinds), Is.Empty);
    }

    private static IEnumerable<SyntaxKind> Kinds(SyntaxElement element) =>
        element is SyntaxNode node ? node.Children.SelectMany(Kinds).Append(node.Kind) : [element.Kind];

    private static SourceText Read(string name) => new(File.ReadAllText(Path.Combine(Folder, name + ".rules")), name + ".rules");

    private static string Lines(IEnumerable<object> diagnostics) => string.Concat(diagnostics.Select(diagnostic => diagnostic + "\n"));

    private static void Write(StringBuilder text, SyntaxElement element, int indent)
    {
        text.Append(' ', indent).Append(element.Kind);
        if (element is SyntaxToken token)
        {
            text.Append(token.IsMissing ? " (missing)" : " " + token.Text).Append('\n');
            return;
        }
        text.Append('\n');
        foreach (var child in ((SyntaxNode)element).Children)
            Write(text, child, indent + 2);
    }

    private static void Compare(string file, string actual)
    {
        var path = Path.Combine(Folder, file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, actual);
        Assert.That(File.Exists(path), Is.True, file + " is missing: run with UPDATE_GOLDEN=1 and read what it writes");
        Assert.That(actual, Is.EqualTo(File.ReadAllText(path)));
    }
}
