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
    private readonly List<(string? Name, int Index)> path = [];

    /// <summary>Facts that cannot be used.</summary>
    public List<DecisionProblem> Errors { get; } = [];

    /// <summary>What looks odd and changed nothing.</summary>
    public List<DecisionProblem> Warnings { get; } = [];

    /// <summary>Paths of required members that are absent from records that are present.</summary>
    public List<string> Missing { get; } = [];

    public void Reset()
    {
        path.Clear();
        Errors.Clear();
        Warnings.Clear();
        Missing.Clear();
    }

    public void Enter(string name) => path.Add((name, 0));

    public void Enter(int index) => path.Add((null, index));

    public void Leave() => path.RemoveAt(path.Count - 1);

    public void Refuse(string message) => Errors.Add(new DecisionProblem(Path(), message));

    public void Warn(string message) => Warnings.Add(new DecisionProblem(Path(), message));

    public void Miss(string member)
    {
        Enter(member);
        Missing.Add(Path());
        Leave();
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
