using System.Collections.Generic;
using System.Text.Json;

namespace Retail.Rules.Batch;

/// <summary>What two rulesets decide differently about the same facts. The same with any number of threads. Immutable and thread-safe.</summary>
public sealed class DiffReport
{
    internal DiffReport()
    {
    }

    /// <summary>The ruleset that was, as name and version.</summary>
    public required string Old { get; init; }

    /// <summary>The ruleset that is to be, as name and version.</summary>
    public required string New { get; init; }

    /// <summary>How many rows both judged.</summary>
    public required long Rows { get; init; }

    /// <summary>How many rows hold facts that one of them cannot use; they are compared as well, incomplete as they are.</summary>
    public required long Unusable { get; init; }

    /// <summary>In how many rows anything differs: verdict, rules, approvers, missing facts or outputs.</summary>
    public required long Changed { get; init; }

    /// <summary>In how many rows the verdict differs.</summary>
    public required long Flipped { get; init; }

    /// <summary>The first rows in which anything differs, by number from 1.</summary>
    public required IReadOnlyList<long> Examples { get; init; }

    /// <summary>The flips by verdict, from the mildest old verdict on.</summary>
    public required IReadOnlyList<VerdictFlip> Flips { get; init; }

    /// <summary>The rules that fire only in one of the two, in ordinal order.</summary>
    public required IReadOnlyList<SideDifference> Rules { get; init; }

    /// <summary>The roles that must sign only in one of the two, in ordinal order.</summary>
    public required IReadOnlyList<SideDifference> Approvers { get; init; }

    /// <summary>The outputs that differ, and <c>missing</c> where other facts are missing; in ordinal order.</summary>
    public required IReadOnlyList<MemberDifference> Members { get; init; }

    /// <summary>The sums over all rows that flipped; null if no measure was asked for.</summary>
    public required MeasureSum? Measure { get; init; }

    /// <summary>Whether no row differs in anything.</summary>
    public bool IsSame => Changed == 0;

    /// <summary>Writes the report as a JSON object.</summary>
    /// <param name="json">Where to write; stays open.</param>
    /// <exception cref="System.ArgumentNullException"><paramref name="json"/> is null.</exception>
    public void WriteTo(Utf8JsonWriter json)
    {
        System.ArgumentNullException.ThrowIfNull(json);
        DiffJson.Write(json, this);
    }
}

/// <summary>Rows that went from one verdict to another.</summary>
/// <param name="From">The old verdict; null where the ruleset has no rules.</param>
/// <param name="To">The new verdict; null where the ruleset has no rules.</param>
/// <param name="Count">How many rows.</param>
/// <param name="Measure">The sums over them; null if no measure was asked for.</param>
/// <param name="Examples">The first of them, by number from 1.</param>
public sealed record VerdictFlip(Verdict? From, Verdict? To, long Count, MeasureSum? Measure, IReadOnlyList<long> Examples);

/// <summary>A rule or role that is there in one of the two only.</summary>
/// <param name="Name">The id of the rule, or the role.</param>
/// <param name="OnlyOld">In how many rows it is there in the old one only.</param>
/// <param name="OnlyNew">In how many rows it is there in the new one only.</param>
/// <param name="Examples">The first of these rows, by number from 1.</param>
public sealed record SideDifference(string Name, long OnlyOld, long OnlyNew, IReadOnlyList<long> Examples);

/// <summary>A member of decisions that differs.</summary>
/// <param name="Name">The name of the output, or <c>missing</c>.</param>
/// <param name="Count">In how many rows.</param>
/// <param name="Examples">The first of them, by number from 1.</param>
public sealed record MemberDifference(string Name, long Count, IReadOnlyList<long> Examples);

/// <summary>A measure, summed exactly over rows.</summary>
/// <param name="Name">The output or input.</param>
/// <param name="Old">The sum of its values in the old ruleset; null if that does not have it.</param>
/// <param name="New">The sum of its values in the new ruleset; null if that does not have it.</param>
/// <param name="UnknownOld">In how many rows it has no value in the old one.</param>
/// <param name="UnknownNew">In how many rows it has no value in the new one.</param>
public sealed record MeasureSum(string Name, decimal? Old, decimal? New, long UnknownOld, long UnknownNew);
