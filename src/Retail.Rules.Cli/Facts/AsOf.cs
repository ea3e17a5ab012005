using System;
using System.Globalization;
using System.IO;
using System.Text.Json;
using System.Threading;
using Retail.Rules.Cli.Output;

namespace Retail.Rules.Cli.Facts;

/// <summary>
/// The date that a decision is about. <c>--as-of</c> replaces the fact <c>asOf</c>, whatever the facts say: it is what the caller asks for
/// now. One per run; warns once where the date is outside the ruleset's effective window: of the option at once, else of the first facts that
/// say so. Facts may come from several threads, in any order.
/// </summary>
internal sealed class AsOf
{
    private const string Fact = "asOf";
    private const string Format = "yyyy-MM-dd";

    private readonly RuleSet ruleSet;
    private readonly Terminal terminal;
    private readonly string? date;
    private readonly bool isFact;
    private readonly object gate = new();
    private long firstOutside = long.MaxValue;
    private string? warning;

    /// <param name="option">What <c>--as-of</c> says; null if it is not given.</param>
    /// <param name="ruleSet">The ruleset.</param>
    /// <param name="isFact">Whether the ruleset has a fact of that name.</param>
    /// <param name="terminal">Where to warn.</param>
    public AsOf(string? option, RuleSet ruleSet, bool isFact, Terminal terminal)
    {
        if (option is not null && !TryParse(option, out _))
            throw new CommandFailure("--as-of " + option + ": is not a date; write it as 2026-10-16");
        date = option;
        this.ruleSet = ruleSet;
        this.isFact = isFact;
        this.terminal = terminal;
        if (date is not null && WhyOutside(date, "--as-of") is { } why)
            Write(why);
    }

    /// <summary>The date that replaces the fact; null if facts are taken as they are.</summary>
    public string? Replacement => isFact ? date : null;

    /// <summary>Warns if any of the facts up to a place said a date outside the window; once.</summary>
    public void WarnUpTo(long position)
    {
        lock (gate)
        {
            if (warning is null || firstOutside > position)
                return;
            Write(warning);
            // No facts come before those that were warned of.
            (warning, firstOutside) = (null, long.MinValue);
        }
    }

    /// <summary>The facts with the date in place.</summary>
    public GivenFacts Apply(GivenFacts facts)
    {
        if (facts.Json.ValueKind != JsonValueKind.Object)
            return facts;
        if (date is not null)
            return isFact ? facts with { Json = Replace(facts.Json) } : facts;
        if (isFact && JsonMember.Text(facts.Json, Fact) is { } given)
            Note(given, facts);
        return facts;
    }

    private JsonElement Replace(JsonElement facts)
    {
        try
        {
            return Replaced(facts);
        }
        catch (InvalidOperationException)
        {
            // Half characters, on which the JSON library throws; the facts are refused as they are.
            return facts;
        }
    }

    private JsonElement Replaced(JsonElement facts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString(Fact, date);
            foreach (var member in facts.EnumerateObject())
            {
                if (member.Name != Fact)
                    member.WriteTo(json);
            }
            json.WriteEndObject();
        }
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    private void Note(string text, GivenFacts facts)
    {
        if (facts.Position >= Volatile.Read(ref firstOutside) || WhyOutside(text, facts.Label) is not { } why)
            return;
        lock (gate)
        {
            if (facts.Position < firstOutside)
                (warning, firstOutside) = (why, facts.Position);
        }
    }

    private string? WhyOutside(string text, string where)
    {
        // An instant begins with its date.
        if (!TryParse(text.Length > Format.Length ? text[..Format.Length] : text, out var day))
            return null;
        var from = ruleSet.Definition.EffectiveFrom?.Value;
        var until = ruleSet.Definition.EffectiveUntil?.Value;
        return !(day < from) && !(day >= until)
            ? null
            : where + ": " + Show(day) + " is outside the effective window of " + ruleSet.Name + " " + ruleSet.Version + ", which is from " + Show(from) + (until is null ? " on" : " to before " + Show(until));
    }

    private void Write(string why) => terminal.Error.WriteLine("warning: " + Printable.Of(why));

    private static string Show(DateTime? day) => day?.ToString(Format, CultureInfo.InvariantCulture) ?? "the beginning";

    private static bool TryParse(string text, out DateTime day) =>
        DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
