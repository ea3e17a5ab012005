using System;
using System.IO;
using System.Linq;
using NUnit.Framework;
using Retail.Rules.Tests;

namespace Retail.Rules.Vocabulary.Tests.Rules;

/// <summary>The vocabularies that come with the library.</summary>
[TestFixture]
internal sealed class RetailVocabularyTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "src/Retail.Rules.Vocabulary/Rules");

    [Test]
    public void Every_file_is_a_vocabulary() =>
        Assert.That(RetailVocabulary.Names, Is.EqualTo(Directory.GetFiles(Folder, "*.rules").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)));

    [Test]
    public void A_text_is_what_the_file_holds() =>
        Assert.Multiple(() =>
        {
            foreach (var name in RetailVocabulary.Names)
            {
                Assert.That(RetailVocabulary.TextOf(name)!.Content, Is.EqualTo(File.ReadAllText(Path.Combine(Folder, name + ".rules"))));
                Assert.That(RetailVocabulary.TextOf(name)!.Path, Is.EqualTo(name + ".rules"));
                Assert.That(RetailVocabulary.TextOf(name)!.Content, Does.Contain("\nvocabulary " + name + " version \""));
            }
        });

    [Test]
    public void The_library_holds_all_of_them_and_they_have_no_findings()
    {
        Assert.That(RetailVocabulary.Library.Names, Is.EqualTo(RetailVocabulary.Names));
        Assert.That(RetailVocabulary.Names.SelectMany(name => RetailVocabulary.Library.Find(name)!.Diagnostics), Is.Empty);
    }

    [Test]
    public void A_ruleset_uses_the_types_without_declaring_them()
    {
        var rules = RetailRules.Compile("""
            open enum Role { DeputyDirector }
            input line : PromotionLine
            rule R1 "A volume deal" when line.mechanic in [bogof, xfory, multibuy] then refer to DeputyDirector
            """);

        var decision = rules.Evaluate(FactSet.FromJson("""{ "line": { "sku": "S1", "mechanic": "xfory", "getQty": 3, "payQty": 2, "announced": true } }"""));

        Assert.That(decision.Verdict, Is.EqualTo(Verdict.Refer));
        Assert.That(decision.Approvers.Select(approver => approver.Role), Is.EqualTo(new[] { "DeputyDirector" }));
    }

    [Test]
    public void There_is_no_other() =>
        Assert.That(RetailVocabulary.TextOf("Retail"), Is.Null);
}
