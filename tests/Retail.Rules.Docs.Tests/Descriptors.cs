using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Retail.Rules.Diagnostics;
using Retail.Rules.Dsl;

namespace Retail.Rules.Docs.Tests;

/// <summary>Every descriptor that the packages declare, by code.</summary>
internal static class Descriptors
{
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        new[] { typeof(RuleSet).Assembly, typeof(RulesText).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
            .OrderBy(descriptor => descriptor.Code, StringComparer.Ordinal)
            .ToArray();
}
