using System;
using System.Linq;
using Retail.Rules.Json;
using Retail.Rules.Model;
using Retail.Rules.Text;

namespace Retail.Rules.Tests.Json;

/// <summary>Small documents around the part that a test is about.</summary>
internal static class Documents
{
    public static string With(string declarations) =>
        "{ \"schemaVersion\": 1, \"ruleset\": \"a.b\", \"version\": \"1\", \"declarations\": [" + declarations + "] }";

    /// <summary>A document whose only declaration is <c>define d = …</c>.</summary>
    public static string WithExpression(string expression) => With("{ \"define\": \"d\", \"value\": " + expression + " }");

    public static DefinitionResult Read(string json, RuleSetJsonOptions? options = null) => RuleSetJson.Read(new SourceText(json, "r.json"), options);

    public static string Messages(string json, RuleSetJsonOptions? options = null) =>
        string.Join("\n", Read(json, options).Diagnostics.Select(diagnostic => diagnostic.ToString()));

    /// <summary>The model of a document without errors.</summary>
    public static RuleSetDefinition Model(string json)
    {
        var result = Read(json);
        return result.HasErrors ? throw new ArgumentException(string.Join("\n", result.Diagnostics), nameof(json)) : result.Definition!;
    }

    public static Expression Expression(string expression) =>
        ((DefineDeclaration)Model(WithExpression(expression)).Declarations.Single()).Body;
}
