using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NUnit.Framework;
using Retail.Rules.Dsl;
using Retail.Rules.Model;
using Retail.Rules.Vocabulary.Tests.Facts;

namespace Retail.Rules.Vocabulary.Tests.Rules;

/// <summary>A fact has one shape in C#, in JSON and in rules: read here from the C# types and from the model of <c>retail.rules</c>.</summary>
[TestFixture]
internal sealed class RetailTypesTests
{
    private static readonly RuleSetDefinition Vocabulary = RetailVocabulary.Library.Find("retail")!.Definition!;

    private static readonly Dictionary<string, TypeDeclaration> Types = Vocabulary.Declarations.OfType<TypeDeclaration>().ToDictionary(type => type.Name.Text);

    private static readonly Dictionary<string, EnumDeclaration> Enums = Vocabulary.Declarations.OfType<EnumDeclaration>().ToDictionary(type => type.Name.Text);

    private static readonly Dictionary<Type, string> Singles = new()
    {
        [typeof(string)] = "text",
        [typeof(bool)] = "boolean",
        [typeof(int)] = "number",
        [typeof(long)] = "number",
        [typeof(decimal)] = "number",
        [typeof(Money)] = "money",
        [typeof(Percent)] = "percent",
        [typeof(DateOnly)] = "date",
        [typeof(TimeOnly)] = "text",
        [typeof(DateTimeOffset)] = "instant",
    };

    private static IEnumerable<Type> Records => FactTypes.WithContract;

    private static IEnumerable<Type> CSharpEnums => FactTypes.DeclaredEnums.Select(name => typeof(Promotion).Assembly.GetType("Retail.Rules.Vocabulary." + name, throwOnError: true)!);

    [Test]
    public void Rules_have_the_types_of_CSharp_and_no_others() =>
        Assert.That(Types.Keys, Is.EquivalentTo(Records.Select(FactTypes.NameOf)));

    [TestCaseSource(nameof(Records))]
    public void A_type_has_the_same_members_in_rules(Type type) =>
        Assert.That(Members(Types[FactTypes.NameOf(type)]).Select(member => member.Name), Is.EquivalentTo(FactTypes.MembersOf(type).Select(FactTypes.NameOf)));

    [TestCaseSource(nameof(Records))]
    public void A_member_holds_the_same_in_rules(Type type)
    {
        foreach (var (member, declared) in Pairs(type))
            Assert.That((declared.Type.IsList ? "list of " : "") + (IsOpen(declared.Type.Name.Text) ? "open " : "") + declared.Type.Name.Text, Is.AnyOf(HeldBy(member.PropertyType, declared.Type.Name.Text)), member.Name);
    }

    [TestCaseSource(nameof(Records))]
    public void A_member_may_be_unknown_in_rules_where_it_may_be_null(Type type)
    {
        var nullability = new NullabilityInfoContext();
        foreach (var (member, declared) in Pairs(type))
            Assert.That(declared.Type.IsOptional, Is.EqualTo(nullability.Create(member).ReadState == NullabilityState.Nullable), member.Name);
    }

    /// <summary>The records that are made by a constructor require what it takes, but for the unit of a quantity.</summary>
    [TestCaseSource(nameof(Records))]
    public void A_member_that_may_be_left_out_has_the_same_default_in_rules(Type type)
    {
        foreach (var (member, declared) in Pairs(type).Where(pair => !pair.Declared.Type.IsOptional))
        {
            var isRequired = member.IsDefined(typeof(RequiredMemberAttribute)) || (!member.CanWrite && member.Name != nameof(Quantity.Unit)) || (type == typeof(Quantity) && member.Name == nameof(Quantity.Value));
            var written = isRequired ? null : JsonSerializer.SerializeToNode(Activator.CreateInstance(type), type, VocabularyJson.Default)![JsonNamingPolicy.CamelCase.ConvertName(member.Name)]!.ToJsonString();

            Assert.That(declared.Default is null ? null : RulesText.WriteExpression(declared.Default).Trim('"'), Is.EqualTo(written?.Trim('"')), member.Name);
        }
    }

    [TestCaseSource(nameof(CSharpEnums))]
    public void An_enum_has_the_same_members_in_rules(Type type) =>
        Assert.That(Enums[type.Name].Members.Select(member => member.Text), Is.EqualTo(type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(FactTypes.NameOf)));

    /// <summary>What master data names and the library cannot list is text in C# and an open enum in rules, so that rules can name what they treat.</summary>
    [Test]
    public void An_enum_that_CSharp_does_not_have_is_open() =>
        Assert.That(Enums.Values.Where(type => type.Kind != EnumKind.Open).Select(type => type.Name.Text), Is.SubsetOf(FactTypes.DeclaredEnums));

    [Test]
    public void Brand_tiers_compare_in_rules() =>
        Assert.That(Enums.Values.Where(type => type.Kind == EnumKind.Ordered).Select(type => type.Name.Text), Is.EqualTo(new[] { nameof(BrandTier) }));

    private static IEnumerable<(string Name, FieldGroup Group)> Members(TypeDeclaration type) =>
        type.Fields.SelectMany(group => group.Names.Select(name => (name.Text, group)));

    private static IEnumerable<(PropertyInfo Member, FieldGroup Declared)> Pairs(Type type)
    {
        var declared = Members(Types[FactTypes.NameOf(type)]).ToDictionary(member => member.Name, member => member.Group);
        return FactTypes.MembersOf(type).Select(member => (member, declared[FactTypes.NameOf(member)]));
    }

    /// <summary>What a member of a C# type may be in rules: text may also be an open enum.</summary>
    private static string[] HeldBy(Type type, string declared)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(TextSet))
            return ["list of text", "list of open " + declared];
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
            return [.. HeldBy(type.GetGenericArguments()[0], declared).Select(item => "list of " + item)];
        if (type == typeof(string))
            return ["text", "open " + declared];
        return Singles.TryGetValue(type, out var single) ? [single] : [(IsOpen(FactTypes.NameOf(type)) ? "open " : "") + FactTypes.NameOf(type)];
    }

    private static bool IsOpen(string name) => Enums.TryGetValue(name, out var type) && type.Kind == EnumKind.Open;
}
