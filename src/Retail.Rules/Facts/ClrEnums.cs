using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>Members of C# enums as members of the language's: by their own name or that of <see cref="FactNameAttribute"/>, ignoring case.</summary>
internal static class ClrEnums
{
    /// <summary>One member, looked up by reflection: for facts by name.</summary>
    public static Value Read(Enum member, EnumType type, FactLog log)
    {
        var field = member.GetType().GetField(member.ToString(), BindingFlags.Public | BindingFlags.Static);
        if (field is not null && Match(NameOf(field), type) is { } name)
            return new Value(name);
        FactProblems.RefuseMember(field is null ? member.ToString() : NameOf(field), type, log);
        return Value.Unknown;
    }

    /// <summary>All members of a C# enum: for a map.</summary>
    /// <param name="type">The enum of the language.</param>
    /// <param name="strangers">C# members that it does not have, which a closed enum refuses, by the name they stand for.</param>
    public static Dictionary<TEnum, Value> Members<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TEnum>(EnumType type, out IReadOnlyList<string> strangers)
        where TEnum : struct, Enum
    {
        var members = new Dictionary<TEnum, Value>();
        var unmatched = new List<KeyValuePair<TEnum, string>>();
        foreach (var field in typeof(TEnum).GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var member = (TEnum)field.GetValue(null)!;
            var name = NameOf(field);
            if (Match(name, type) is not { } match)
                unmatched.Add(new KeyValuePair<TEnum, string>(member, name));
            else if (!members.ContainsKey(member))
                members.Add(member, new Value(match));
        }
        var names = new List<string>();
        foreach (var member in unmatched)
        {
            // Another name of the same member may have matched.
            if (!members.ContainsKey(member.Key))
                names.Add(member.Value);
        }
        strangers = names;
        return members;
    }

    /// <summary>The name that a member stands for; its number if it is none of its enum.</summary>
    public static string NameOf(Enum member) =>
        member.GetType().GetField(member.ToString(), BindingFlags.Public | BindingFlags.Static) is { } field ? NameOf(field) : member.ToString();

    private static string NameOf(FieldInfo member) => member.GetCustomAttribute<FactNameAttribute>()?.Name ?? member.Name;

    /// <summary>The member of that name, of the same case if there is one; for an open enum any name will do. Null if there is none.</summary>
    private static string? Match(string name, EnumType type)
    {
        var index = type.IndexOf(name);
        if (index >= 0)
            return type.Members[index];
        foreach (var member in type.Members)
        {
            if (string.Equals(member, name, StringComparison.OrdinalIgnoreCase))
                return member;
        }
        return type.Kind == EnumKind.Open ? name : null;
    }
}
