using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Retail.Rules.Release;

/// <summary>What must be right about a request before any stage can be judged.</summary>
internal static class RequestCheck
{
    public static void Check(ReleaseRequest request, HashSet<string> givenByGate)
    {
        if (request.Regions.Contains(null!) || request.Channels.Contains(null!) || request.Waves.Contains(null!))
            throw Wrong("a region, channel or wave is null");
        if (request.Regions.Count == 0)
            throw Wrong("it names no region");
        if (request.To < request.From)
            throw Wrong("it ends before it starts");
        CheckTwice("region", request.Regions.Select(region => region.Region));
        CheckTwice("channel", request.Channels.Select(channel => channel.Channel));
        CheckTwice("wave", request.Waves.Select(wave => wave.Wave));
        foreach (var wave in request.Waves.Where(wave => wave.Date < request.From || wave.Date > request.To))
            throw Wrong("the wave " + wave.Wave + " lies outside its days");
        CheckFacts("the promotion", request.Facts, givenByGate);
        foreach (var region in request.Regions)
            CheckFacts("region " + region.Region, region.Facts, givenByGate);
    }

    /// <summary>A result that was written by hand would pass for one that rules gave.</summary>
    private static void CheckFacts(string owner, JsonElement facts, HashSet<string> givenByGate)
    {
        if (facts.ValueKind != JsonValueKind.Object)
            throw Wrong("the facts of " + owner + " are no object");
        CheckTwice("fact", facts.EnumerateObject().Select(fact => fact.Name));
        foreach (var fact in facts.EnumerateObject())
        {
            if (givenByGate.Contains(fact.Name))
                throw Wrong("`" + fact.Name + "` stands among the facts of " + owner + "; only the gate gives it");
        }
    }

    private static void CheckTwice(string kind, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names.Where(name => !seen.Add(name)))
            throw Wrong("it names the " + kind + " " + name + " twice");
    }

    public static ArgumentException Wrong(string what) => new("the release request cannot be judged: " + what, "request");
}
