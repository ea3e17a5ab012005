using System.Collections.Generic;
using System.Text;
using Retail.Rules.Evaluation;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Explanation;

/// <summary>Collects the words and operands of one reason. Per use; not thread-safe.</summary>
internal sealed class ReasonWriter
{
    private readonly StringBuilder text = new();
    private readonly List<(string Name, Value Value, RuleType Type)> operands = [];
    private bool needsComma;

    public string Text => text.ToString();

    public IReadOnlyList<(string Name, Value Value, RuleType Type)> Operands => operands;

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
