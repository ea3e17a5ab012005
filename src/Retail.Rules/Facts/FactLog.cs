using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Retail.Rules.Facts;

/// <summary>
/// What went wrong while facts were read, and where the reader is, so that a path is only written when it is needed. Belongs to one
/// evaluation at a time; not thread-safe.
/// </summary>
internal sealed class FactLog
{
    /// <summary>Beyond this many problems of a kind nobody reads on, and hostile facts would only cost time.</summary>
    public const int MaxProblems = 100;

    private readonly List<(string? Name, int Index)> path = [];

    /// <summary>Currencies that facts name where the ruleset names none.</summary>
    private readonly SortedSet<string> currencies = new(StringComparer.Ordinal);

    /// <summary>Facts that cannot be used.</summary>
    public List<DecisionProblem> Errors { get; } = [];

    /// <summary>What looks odd and changed nothing.</summary>
    public List<DecisionProblem> Warnings { get; } = [];

    /// <summary>Paths of required members that are absent from records that are present.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>How deep in the facts the reader is.</summary>
    public int Depth => path.Count;

    /// <summary>Whether another warning would still be kept as it is, so that its words are worth finding.</summary>
    public bool TakesWarnings => Warnings.Count < MaxProblems;

    /// <summary>Whether there is anything in it.</summary>
    public bool IsUsed => path.Count + Errors.Count + Warnings.Count + Missing.Count + currencies.Count > 0;

    public void Reset()
    {
        path.Clear();
        Errors.Clear();
        Warnings.Clear();
        Missing.Clear();
        currencies.Clear();
    }

    public void Enter(string name) => path.Add((name, 0));

    public void Enter(int index) => path.Add((null, index));

    public void Leave() => path.RemoveAt(path.Count - 1);

    public void Refuse(string message) => Add(Errors, message);

    /// <summary>Notes that reading the facts themselves threw, at the depth at which the reading began.</summary>
    public void RefuseThrown(Exception thrown, int depth)
    {
        path.RemoveRange(depth, path.Count - depth);
        Refuse("reading it threw " + thrown.GetType().Name);
    }

    /// <summary>Notes the currency of an amount that has none to agree with: all of them must be in the same.</summary>
    public void Note(string currency) => currencies.Add(currency);

    public void Warn(string message) => Add(Warnings, message);

    public void Miss(string member)
    {
        Enter(member);
        Missing.Add(Path());
        Leave();
    }

    /// <summary>Puts what was found in the order of paths, since the order in which facts are written means nothing.</summary>
    public void Close()
    {
        if (!IsUsed)
            return;
        if (currencies.Count > 1)
            Refuse("amounts are in " + string.Join(" and ", currencies) + ", and the ruleset takes all of them to be in one currency");
        Close(Errors, "more facts cannot be used; ");
        Close(Warnings, "more looks odd; ");
    }

    private void Add(List<DecisionProblem> problems, string message)
    {
        // One too many, so that the list shows that there were more.
        if (problems.Count <= MaxProblems)
            problems.Add(new DecisionProblem(Path(), message));
    }

    private static void Close(List<DecisionProblem> problems, string more)
    {
        var isFull = problems.Count > MaxProblems;
        if (isFull)
            problems.RemoveAt(MaxProblems);
        if (problems.Count > 1)
            problems.Sort(ByPath);
        if (isFull)
            problems.Add(new DecisionProblem("", more + "only the first " + MaxProblems.ToString(CultureInfo.InvariantCulture) + " are listed"));
    }

    private static int ByPath(DecisionProblem left, DecisionProblem right)
    {
        var order = string.CompareOrdinal(left.Path, right.Path);
        return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
    }

    private string Path()
    {
        var text = new StringBuilder();
        foreach (var (name, index) in path)
        {
            if (name is null)
                text.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
            else
                text.Append(text.Length > 0 ? "." : "").Append(name);
        }
        return text.ToString();
    }
}
