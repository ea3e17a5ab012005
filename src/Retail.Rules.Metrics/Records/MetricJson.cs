using System.Text.Json;
using System.Text.Json.Serialization;

namespace Retail.Rules.Metrics;

/// <summary>
/// The JSON contracts of records and of the report, made at compile time. Names are in camelCase, instants by ISO 8601 with their offset. Reading is
/// strict, since a misspelt <c>closedAt</c> would turn a task that is done into one that is open. Thread-safe.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    Converters = [typeof(InstantJsonConverter)],
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(MetricRecord))]
[JsonSerializable(typeof(MetricsReport))]
public sealed partial class MetricJson : JsonSerializerContext;
