using System.Linq;
using Retail.Rules.Model;
using Retail.Rules.Types;

namespace Retail.Rules.Binding;

/// <summary>
/// Re-approval: a ruleset with critical inputs has one more, <c>approved</c>, a record of them as they were approved, and the value
/// <c>changed</c>, the names of those that differ.
/// </summary>
internal sealed partial class Binder
{
    private const string ApprovedName = "approved";
    private const string ChangedName = "changed";

    private InputSymbol? approved;
    private ChangedSymbol? changed;

    /// <summary>The critical inputs, in the order of the text.</summary>
    private InputSymbol[] criticals = [];

    /// <summary>Whether names that only rulesets with critical inputs have belong to the language.</summary>
    private bool HasCriticals => definition.Declarations.Any(declaration => declaration is InputDeclaration { IsCritical: true });

    private void DeclareApproval()
    {
        criticals = values.Values.OfType<InputSymbol>().Where(input => input.Syntax.IsCritical).ToArray();
        if (!HasCriticals)
            return;
        var name = new Identifier { Text = ApprovedName };
        approved = new InputSymbol(name, new InputDeclaration { Names = [name], Type = new TypeReference { Name = name, IsOptional = true } });
        changed = new ChangedSymbol(ChangedName);
        values.Add(ApprovedName, approved);
        values.Add(ChangedName, changed);
    }

    /// <summary>The record of what was approved: all its members may be unknown, but for defaults, which facts leave out as they do in inputs.</summary>
    private RuleType TypeOfApproved() =>
        RuleType.Of(new RecordType(ApprovedName, criticals.Select(input => new Field(input.Name, input.Default is null ? input.FactType.AsOptional() : input.FactType, input.Default)).ToArray())).AsOptional();

    private void BindChanged(ChangedSymbol symbol)
    {
        symbol.Type = RuleType.ListOf(RuleType.Text);
        symbol.Body = new BoundChanged(new BoundReference(null, approved!, approved!.Type), criticals.Select(input => new BoundReference(null, input, input.Type)).ToArray());
    }

    /// <summary>What <c>changed</c> compares is read if it is; a change that nothing asks about is reported.</summary>
    private void ReadCriticals()
    {
        if (changed is null || criticals.Length == 0)
            return;
        if (!changed.IsRead)
        {
            source = criticals[0].Source!;
            Report(ApprovalDiagnostics.ChangeNotRead, criticals[0].Syntax.Names[0], criticals[0].Name);
            return;
        }
        approved!.IsRead = true;
        foreach (var input in criticals)
            input.IsRead = true;
    }
}
