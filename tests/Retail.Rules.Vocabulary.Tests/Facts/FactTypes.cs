using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Retail.Rules.Tests;

namespace Retail.Rules.Vocabulary.Tests.Facts;

/// <summary>Which types have a contract, and what the sources declare.</summary>
internal static class FactTypes
{
    public static IReadOnlyList<Type> WithContract { get; } = typeof(VocabularyJson).GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
        .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!)
        .ToArray();

    /// <summary>Records that the files of <c>Facts/</c> declare, generic ones left out.</summary>
    public static IReadOnlyList<string> DeclaredRecords => Declared(@"public (?:sealed )?record (\w+)\b(?!<)");

    public static IReadOnlyList<string> DeclaredEnums => Declared(@"public enum (\w+)");

    public static IReadOnlyList<PropertyInfo> MembersOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null).ToArray();

    /// <summary>The name of a type in rules, where types have no arguments.</summary>
    public static string NameOf(Type type) =>
        !type.IsGenericType ? type.Name : (type.GetGenericArguments()[0] == typeof(decimal) ? "Number" : type.GetGenericArguments()[0].Name) + "Fact";

    /// <summary>The name of a member, of a record or an enum, in JSON and rules.</summary>
    public static string NameOf(MemberInfo member) => member.GetCustomAttribute<FactNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(member.Name);

    private static string[] Declared(string pattern) =>
        Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "src/Retail.Rules.Vocabulary/Facts"), "*.cs")
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), pattern))
            .Select(match => match.Groups[1].Value)
            .ToArray();
}
