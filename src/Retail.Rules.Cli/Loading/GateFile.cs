using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using Retail.Rules.Release;

namespace Retail.Rules.Cli.Loading;

/// <summary>A release gate as a file: its stages in order, each with the path of its ruleset, seen from the file's folder.</summary>
internal sealed record GateFile
{
    public required string Gate { get; init; }

    public required IReadOnlyList<GateStage> Stages { get; init; }

    /// <summary>Reads a gate and compiles its rulesets; errors of a ruleset go to standard error, and the command ends.</summary>
    public static ReleaseGate Load(string path, LibraryFiles library, Terminal terminal)
    {
        var file = Read(path);
        if (file.Stages.Contains(null!))
            throw new CommandFailure(path + ": a stage is null");
        try
        {
            return new ReleaseGate([.. file.Stages.Select(stage => new ReleaseStage(stage.Stage, stage.Scope, RuleSetLoader.Load(Path.Combine(Path.GetDirectoryName(path) ?? "", stage.RuleSet), library, terminal)))]);
        }
        catch (System.ArgumentException problem)
        {
            throw new CommandFailure(path + ": " + problem.Message);
        }
    }

    private static GateFile Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(SourceFile.Read(path).Content, GateJson.Default.GateFile) ?? throw new CommandFailure(path + ": is null, not a gate");
        }
        catch (JsonException problem)
        {
            throw new CommandFailure(path + ": is no release gate: " + problem.Message);
        }
    }
}

/// <summary>A stage of a gate file.</summary>
internal sealed record GateStage
{
    public required string Stage { get; init; }

    public required StageScope Scope { get; init; }

    [JsonPropertyName("ruleset")]
    public required string RuleSet { get; init; }
}

/// <summary>The JSON contract of gate files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    Converters = [typeof(StageScopeConverter)])]
[JsonSerializable(typeof(GateFile))]
internal sealed partial class GateJson : JsonSerializerContext;

/// <summary>Scopes in camelCase, as names only.</summary>
internal sealed class StageScopeConverter() : JsonStringEnumConverter<StageScope>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
