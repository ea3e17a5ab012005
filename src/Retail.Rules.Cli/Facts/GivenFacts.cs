using System.Globalization;
using System.Text.Json;

namespace Retail.Rules.Cli.Facts;

/// <summary>One set of facts of a file. Its JSON lives until the next one is read.</summary>
internal sealed record GivenFacts(long Position, string? Case, JsonElement Json)
{
    /// <summary>What people call it: its case, or its place in the file from 1.</summary>
    public string Label => LabelOf(Position, Case);

    public static string LabelOf(long position, string? caseId) => caseId ?? "#" + position.ToString(CultureInfo.InvariantCulture);

    public FactSet ToFactSet() => FactSet.FromJson(Json, Case);
}
