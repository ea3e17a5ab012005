using System.Collections.Generic;
using System.Text;
using Retail.Rules.Evaluation;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Explanation;

/// <summary>Collects the words and operands of one reason. Per use; not thread-safe.</summary>
internal sealed class ReasonWriter
{
    /// <summary>Operands are told exactly, to as many places as a decision can carry.</summary>
    private const int OperandPlaces = 18;

    private const int MaxItems = 100;

    private readonly StringBuilder text = new();
    private readonly List<(string Name, Value Value, RuleType Type)> operands = [];
    private bool needsComma;

    public string Text => text.ToString();

    /// <summary>The operands as a decision carries them; unknown ones are left out.</summary>
    public DecisionRecord ToRecord()
    {
        var members = new List<KeyValuePair<string, object>>(operands.Count);
        foreach (var (name, value, type) in operands)
        {
            if (ToOperand(value, type) is { } operand)
                members.Add(new KeyValuePair<string, object>(name, operand));
        }
        return new DecisionRecord(members);
    }

    /// <summary>
    /// A value as an operand; null if it is unknown, a number that no decimal holds, which decided correctly but cannot be shown, or a list so
    /// long that repeating it in each reason would outgrow the facts.
    /// </summary>
    public static object? ToOperand(in Value value, RuleType type)
    {
        if (type.Kind == TypeKind.List && value.IsKnown && value.Composite.Count > MaxItems)
            return null;
        try
        {
            return DecisionValues.Of(value, type, OperandPlaces);
        }
        catch (EvaluationFault)
        {
            return null;
        }
    }

    public void Say(string words)
    {
        if (needsComma)
            text.Append(", ");
        text.Append(words);
        needsComma = true;
    }

    /// <summary>Begins what stands behind a name, in parentheses.</summary>
    public void Open(string name)
    {
        Say(name);
        text.Append(" (");
        needsComma = false;
    }

    public void Close()
    {
        text.Append(')');
        needsComma = true;
    }

    public void Add(Frame frame, IReadOnlyList<OperandPlan> values)
    {
        foreach (var operand in values)
        {
            if (!Has(operand.Name))
                operands.Add((operand.Name, Read(frame, operand), operand.Type));
        }
    }

    private bool Has(string name)
    {
        foreach (var operand in operands)
        {
            if (operand.Name == name)
                return true;
        }
        return false;
    }

    /// <summary>An operand that the decision did not need may be one that cannot be computed; it is told as unknown.</summary>
    private static Value Read(Frame frame, OperandPlan operand)
    {
        try
        {
            return operand.Value.Evaluate(frame);
        }
        catch (EvaluationFault)
        {
            return Value.Unknown;
        }
    }
}
