using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;

namespace Retail.Rules.Facts;

/// <summary>The properties of a C# type that can give facts: public, readable, of an instance; inherited ones too, those that are hidden not.</summary>
internal static class ClrProperties
{
    [RequiresUnreferencedCode(FactMapper.ByProperties)]
    public static IReadOnlyList<PropertyInfo> Of(Type type)
    {
        var owners = type.IsInterface ? new[] { type }.Concat(type.GetInterfaces()) : [type];
        var properties = owners.SelectMany(owner => owner.GetProperties(BindingFlags.Public | BindingFlags.Instance)).Where(CanBeRead).ToArray();
        return properties.Where(property => !properties.Any(other => Hides(other, property))).ToArray();
    }

    /// <summary>The name of the fact that a property gives.</summary>
    public static string NameOf(PropertyInfo property) => property.GetCustomAttribute<FactNameAttribute>(inherit: true)?.Name ?? property.Name;

    /// <summary>Whether a type is an object or struct with members of its own, rather than a single value or a list.</summary>
    public static bool HasMembers(Type type) =>
        !type.IsPrimitive && !type.IsEnum && !type.IsPointer && !type.IsByRef && !type.IsArray
        && type != typeof(object) && type.Namespace != nameof(System)
        && !typeof(System.Collections.IEnumerable).IsAssignableFrom(type) && !typeof(Delegate).IsAssignableFrom(type);

    private static bool CanBeRead(PropertyInfo property) =>
        property.GetGetMethod() is not null && property.GetIndexParameters().Length == 0
        && !property.PropertyType.IsByRef && !property.PropertyType.IsPointer && !IsRefStruct(property.PropertyType);

    /// <summary>Whether a type cannot be a type argument; older targets only tell by the compiler's mark.</summary>
    private static bool IsRefStruct(Type type) =>
        type.IsValueType && type.GetCustomAttributesData().Any(mark => mark.AttributeType.Name == "IsByRefLikeAttribute");

    private static bool Hides(PropertyInfo other, PropertyInfo property) =>
        other.Name == property.Name && other.DeclaringType != property.DeclaringType && property.DeclaringType!.IsAssignableFrom(other.DeclaringType);
}
