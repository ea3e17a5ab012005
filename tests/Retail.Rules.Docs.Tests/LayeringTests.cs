using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using NUnit.Framework;
using Retail.Rules.Dsl;

namespace Retail.Rules.Docs.Tests;

/// <summary>The layers of <c>docs/codebase.md</c>, read off the sources.</summary>
[TestFixture]
public sealed class LayeringTests
{
    private static readonly string[] FileTypes =
        ["System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.FileStream", "System.IO.Path", "System.Console"];

    private static readonly string[] Unrepeatable =
        ["Now", "UtcNow", "Today", "GetTimestamp", "TickCount", "TickCount64", "NewGuid", "CurrentCulture", "CurrentUICulture"];

    /// <summary>A folder, and the only folders of its project that it may use.</summary>
    private static IEnumerable<TestCaseData> Allowed =>
    [
        new("Text", Array.Empty<string>()),
        new("Diagnostics", new[] { "Text" }),
        new("Model", new[] { "Text", "Diagnostics" }),
    ];

    /// <summary>A folder, and folders of its project that it must not know.</summary>
    private static IEnumerable<TestCaseData> Forbidden =>
    [
        new("Values", new[] { "Model", "Json", "Binding", "Analysis", "Planning", "Evaluation", "Compilation", "Comparison", "Diagnostics" }),
        new("Types", new[] { "Json", "Binding", "Analysis", "Planning", "Evaluation", "Compilation", "Comparison" }),
        new("Json", new[] { "Binding", "Analysis", "Planning", "Evaluation", "Compilation", "Comparison", "Explanation", "Types", "Values" }),
        new("Binding", new[] { "Json", "Planning", "Evaluation", "Compilation", "Comparison", "Explanation" }),
        new("Analysis", new[] { "Json", "Planning", "Evaluation", "Compilation", "Comparison", "Explanation" }),
        new("Planning", new[] { "Json", "Analysis", "Compilation", "Comparison" }),
        new("Indexing", new[] { "Json", "Analysis", "Compilation", "Comparison", "Diagnostics", "Text" }),
        new("Evaluation", new[] { "Json", "Analysis", "Comparison", "Diagnostics", "Text" }),
        new("Compilation", new[] { "Json", "Analysis", "Comparison", "Diagnostics", "Text" }),
    ];

    [TestCaseSource(nameof(Allowed))]
    public void A_layer_uses_only(string folder, string[] allowed) =>
        Assert.That(UsesOf(folder).Where(use => !allowed.Contains(use.UsedFolder)), Is.Empty);

    [TestCaseSource(nameof(Forbidden))]
    public void A_layer_does_not_use(string folder, string[] forbidden) =>
        Assert.That(UsesOf(folder).Where(use => forbidden.Contains(use.UsedFolder)), Is.Empty);

    [Test]
    public void Evaluation_does_not_bind() =>
        Assert.That(UsesOf("Evaluation").Concat(UsesOf("Compilation")).Where(use => use.DeclaredIn!.StartsWith("Binding/Binder", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void The_runtime_does_not_know_the_text_form()
    {
        var references = typeof(RuleSet).Assembly.GetReferencedAssemblies().Select(name => name.Name);

        Assert.That(references, Has.None.EqualTo("Sprache").And.None.EqualTo("Retail.Rules.Dsl"));
    }

    [Test]
    public void No_type_of_the_parser_library_is_public()
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var types = typeof(RulesText).Assembly.GetExportedTypes();
        var shown = types.SelectMany(type => type.GetInterfaces().Append(type.BaseType!))
            .Concat(types.SelectMany(type => type.GetMethods(Declared)).Where(method => method.IsPublic || method.IsFamily)
                .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .Concat(types.SelectMany(type => type.GetFields(Declared)).Where(field => field.IsPublic).Select(field => field.FieldType));

        Assert.That(shown.Where(type => type?.ToString().Contains("Sprache", StringComparison.Ordinal) == true), Is.Empty);
    }

    [Test]
    public void Only_compilation_builds_code() =>
        Assert.That(
            Runtime.Where(use => use.Folder != "Compilation" && use.Namespace.StartsWith("System.Linq.Expressions", StringComparison.Ordinal)), Is.Empty);

    /// <summary>The schema is a resource of the assembly, which is found by reflection too.</summary>
    [Test]
    public void Only_facts_reflect() =>
        Assert.That(
            Runtime.Where(use => use.Folder is not ("Facts" or "Compilation") && use.Namespace == "System.Reflection" && use.Name != "GetManifestResourceStream"), Is.Empty);

    [Test]
    public void Only_the_command_line_touches_files_and_the_console() =>
        Assert.That(Libraries.Where(use => FileTypes.Contains(use.Owner)), Is.Empty);

    [Test]
    public void Nothing_reads_a_clock_chance_or_the_culture() =>
        Assert.That(
            Libraries.Where(use => use.DeclaredIn is null && (Unrepeatable.Contains(use.Name) || use.Owner == "System.Random")), Is.Empty);

    /// <summary>Zones are the library's own, and how it knows them is nobody's business.</summary>
    [Test]
    public void No_zone_of_the_machine_is_asked_and_no_type_of_the_zone_library_is_public()
    {
        Assert.That(SourceModel.OfVocabulary.Where(use => use.Owner == "System.TimeZoneInfo" || (use.Owner == "System.DateTimeOffset" && use.Name is "LocalDateTime" or "ToLocalTime")), Is.Empty);
        Assert.That(SourceModel.OfVocabulary.Where(use => use.Namespace.StartsWith("NodaTime", StringComparison.Ordinal) && use.File != "Calendar/LocalCalendar.cs"), Is.Empty);
    }

    private static IEnumerable<Reference> Libraries => Runtime.Concat(SourceModel.OfDsl).Concat(SourceModel.OfVocabulary);

    private static IReadOnlyList<Reference> Runtime
    {
        get
        {
            Assert.That(SourceModel.OfRuntime, Has.Count.GreaterThan(10_000), "the sources were not read");
            return SourceModel.OfRuntime;
        }
    }

    private static IEnumerable<Reference> UsesOf(string folder)
    {
        var all = Runtime.Where(use => use.Folder == folder).ToArray();
        Assert.That(all, Is.Not.Empty, folder);
        return all.Where(use => use.UsedFolder is not null && use.UsedFolder != folder);
    }
}
