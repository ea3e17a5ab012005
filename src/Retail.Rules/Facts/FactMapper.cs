using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Text;
using Retail.Rules.Types;

namespace Retail.Rules.Facts;

/// <summary>
/// Matches the properties of C# types with facts and makes their readers. All reflection of maps is here and in what it calls. One per map;
/// not thread-safe.
/// </summary>
internal sealed partial class FactMapper
{
    private readonly RuleSet ruleSet;
    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>Readers of records by what they read; null while one is made or where it cannot be. One mistake in a type is reported once.</summary>
    private readonly Dictionary<(RecordType, Type), object?> records = [];

    private readonly HashSet<(EnumType, Type)> reportedEnums = [];

    /// <summary>The text that declares the input being mapped.</summary>
    private SourceText source;

    private FactMapper(RuleSet ruleSet)
    {
        this.ruleSet = ruleSet;
        source = ruleSet.Definition.Source;
    }

    public static FactMapResult<T> Map<T>(RuleSet ruleSet)
    {
        var mapper = new FactMapper(ruleSet);
        var properties = mapper.MapInputs<T>();
        var isGood = mapper.diagnostics.All(found => found.Severity != DiagnosticSeverity.Error);
        return new FactMapResult<T>(isGood ? new FactMap<T>(ruleSet, properties) : null, mapper.diagnostics);
    }

    private KeyValuePair<int, PropertyReader<T>>[] MapInputs<T>()
    {
        var read = new List<KeyValuePair<int, PropertyReader<T>>>();
        if (!ClrProperties.HasMembers(typeof(T)))
        {
            Report(FactMapDiagnostics.NotAnObject, ruleSet.Definition.Name.Span, ClrNames.WithArticle(typeof(T)),
                typeof(System.Collections.IEnumerable).IsAssignableFrom(typeof(T))
                    ? "map the type of one set of facts; dictionaries go through `FactSet.FromDictionary`"
                    : "use a class, record, struct or interface with a property for each fact");
            return [];
        }
        var inputs = ruleSet.Schema.Inputs.Where(input => input.IsRead).ToArray();
        var members = new Members(typeof(T), ruleSet.Schema.Inputs.Select(input => input.Name));
        foreach (var input in inputs)
        {
            // The language itself declares `approved`.
            var declaration = ruleSet.Definition.Declarations.OfType<InputDeclaration>().FirstOrDefault(declared => declared.Names.Any(name => name.Text == input.Name));
            source = declaration is null ? ruleSet.Definition.Source : ruleSet.Definition.SourceOf(declaration);
            var place = new Place(declaration?.Names.First(name => name.Text == input.Name).Span ?? default, "", typeof(T));
            if (ReaderOf(place, members, input.Name, input.Type, input.IsRequired) is { } reader)
                read.Add(new KeyValuePair<int, PropertyReader<T>>(input.Slot, Quick((PropertyReader<T>)reader, members, input)));
        }
        return read.ToArray();
    }

    /// <summary>A quicker reader of the same property where there is one.</summary>
    private static PropertyReader<T> Quick<T>(PropertyReader<T> reader, Members members, FactInput input)
    {
        var property = members.Matching(input.Name)[0];
        if (typeof(T).IsValueType)
            return reader;
        if (property.PropertyType == typeof(decimal) && input.Type.Kind is TypeKind.Number or TypeKind.Money)
            return new QuickDecimal<T>(property.GetGetMethod()!, reader);
        return property.PropertyType == typeof(string) && input.Type.Kind == TypeKind.Text ? new QuickText<T>(property.GetGetMethod()!, reader) : reader;
    }

    /// <summary>The reader of the property that gives a fact; null if there is none, which is reported where it matters.</summary>
    private object? ReaderOf(Place owner, Members members, string name, RuleType type, bool isRequired)
    {
        var candidates = members.Matching(name);
        if (candidates.Count > 1)
        {
            Report(FactMapDiagnostics.SeveralProperties, owner.Span, owner.Path + name, string.Join(" and ", candidates.Select(candidate => Written(owner, candidate))));
            return null;
        }
        if (candidates.Count == 0)
        {
            ReportUnmatched(owner, members, name, isRequired);
            return null;
        }
        var property = candidates[0];
        var reader = ReaderOf(type, property.PropertyType, new Use(owner, name, type, property));
        return reader is null ? null : Make(typeof(PropertyReader<,>), [owner.Type, property.PropertyType], name, property.GetGetMethod()!, reader);
    }

    private void ReportUnmatched(Place owner, Members members, string name, bool isRequired)
    {
        var suggestion = members.Suggest(name);
        if (isRequired)
            Report(FactMapDiagnostics.NoProperty, owner.Span, owner.Path + name, ClrNames.Of(owner.Type),
                suggestion is null ? "add one, or mark the one that gives it `[FactName(\"" + name + "\")]`" : "did you mean `" + suggestion + "`? mark it `[FactName(\"" + name + "\")]`");
        else if (suggestion is not null)
            Report(FactMapDiagnostics.ProbablyMisspelt, owner.Span, owner.Path + name, ClrNames.Of(owner.Type), suggestion, name);
    }

    /// <summary>The reader of records of one C# type.</summary>
    private object? RecordReaderOf(RecordType record, Type type, Use use)
    {
        if (records.TryGetValue((record, type), out var known))
            return known;
        var errors = diagnostics.Count;
        var owner = new Place(use.Owner.Span, use.Owner.Path + use.Name + ".", type);
        var members = new Members(type, record.Fields.Select(field => field.Name));
        var properties = Array.CreateInstance(typeof(PropertyReader<>).MakeGenericType(type), record.Fields.Count);
        for (var i = 0; i < record.Fields.Count; i++)
        {
            var field = record.Fields[i];
            var isRequired = !field.Type.IsOptional && field.Default is null;
            properties.SetValue(ReaderOf(owner, members, field.Name, field.Type, isRequired), i);
        }
        var reader = diagnostics.Skip(errors).Any(found => found.Severity == DiagnosticSeverity.Error)
            ? null
            : Make(typeof(RecordReader<>), [type], record, properties);
        records.Add((record, type), reader);
        return reader;
    }

    private void Report(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments) =>
        diagnostics.Add(Diagnostic.Create(descriptor, source, span, arguments));

    private static string Written(Place owner, PropertyInfo property) => ClrNames.Of(owner.Type) + "." + property.Name;

    private static object Make(Type generic, Type[] arguments, params object[] values) =>
        Activator.CreateInstance(generic.MakeGenericType(arguments), values)!;

    /// <summary>Where facts are matched: the declaration of the input, the path to the record they belong to, the C# type that gives them.</summary>
    private sealed class Place
    {
        public Place(TextSpan span, string path, Type type)
        {
            Span = span;
            Path = path;
            Type = type;
        }

        public TextSpan Span { get; }

        /// <summary>Empty for the facts themselves, else the record's path and a dot.</summary>
        public string Path { get; }

        public Type Type { get; }
    }

    /// <summary>A property as a fact: what a mismatch is said about.</summary>
    private sealed class Use
    {
        public Use(Place owner, string name, RuleType type, PropertyInfo property)
        {
            Owner = owner;
            Name = name;
            Type = type;
            Property = property;
        }

        public Place Owner { get; }

        public string Name { get; }

        public RuleType Type { get; }

        public PropertyInfo Property { get; }
    }

    /// <summary>The properties of a C# type against the names that facts have.</summary>
    private sealed class Members
    {
        private readonly IReadOnlyList<PropertyInfo> properties;
        private readonly HashSet<string> names;

        public Members(Type type, IEnumerable<string> names)
        {
            properties = ClrProperties.Of(type);
            this.names = new HashSet<string>(names, StringComparer.Ordinal);
        }

        /// <summary>Those that give a fact: by name ignoring case, unless another fact has a property's very name.</summary>
        public IReadOnlyList<PropertyInfo> Matching(string name) => properties.Where(property => Gives(ClrProperties.NameOf(property), name)).ToArray();

        /// <summary>A property that gives no fact and is called almost like this one; null if there is none.</summary>
        public string? Suggest(string name) =>
            Spelling.Suggest(name, properties.Where(property => !names.Any(known => Gives(ClrProperties.NameOf(property), known))).Select(property => property.Name));

        private bool Gives(string property, string fact) =>
            property == fact || (string.Equals(property, fact, StringComparison.OrdinalIgnoreCase) && !names.Contains(property));
    }
}
