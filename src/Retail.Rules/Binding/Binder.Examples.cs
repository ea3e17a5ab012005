using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;

namespace Retail.Rules.Binding;

/// <summary>Facts blocks and examples, which are data; and what nothing uses.</summary>
internal sealed partial class Binder
{
    /// <summary>Whether records are facts, of which required members may be left out on purpose.</summary>
    private bool isBindingFacts;

    private void CheckExamples()
    {
        isBindingFacts = true;
        var facts = new Dictionary<string, FactsDeclaration>(System.StringComparer.Ordinal);
        var usedFacts = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (var block in definition.Declarations.OfType<FactsDeclaration>())
        {
            Enter(block);
            if (facts.TryGetValue(block.Name.Text, out var first))
                Report(NameDiagnostics.DuplicateName, block.Name, block.Name.Text, LineOf(first.Name.Span, definition.SourceOf(first)));
            else
                facts.Add(block.Name.Text, block);
            CheckFacts(block.Record);
        }
        foreach (var example in definition.Declarations.OfType<ExampleDeclaration>())
            CheckExample(example, facts.Keys, usedFacts);
        foreach (var block in facts.Values)
        {
            Enter(block);
            if (!usedFacts.Contains(block.Name.Text))
                Report(NameDiagnostics.Unused, block.Name, "block of facts", block.Name.Text);
        }
        source = definition.Source;
        isBindingFacts = false;
    }

    private void CheckExample(ExampleDeclaration example, ICollection<string> facts, HashSet<string> usedFacts)
    {
        Enter(example);
        if (example.BaseFacts is { } name)
        {
            usedFacts.Add(name.Text);
            if (!facts.Contains(name.Text))
                FailWithSuggestion(NameDiagnostics.UnknownFacts, name, Spelling.Suggest(name.Text, facts), "declare them: `facts " + name.Text + " { ... }`", name.Text);
        }
        if (example.Facts is { } record)
            CheckFacts(record);
        if (example.Verdict is { } verdict && !VerdictNames.TryParse(verdict.Text, out _))
            Report(NameDiagnostics.UnknownVerdict, verdict, verdict.Text);
        var exclusions = definition.Declarations.OfType<SelectDeclaration>().SelectMany(select => select.Exclusions).Select(exclusion => exclusion.Id.Text);
        foreach (var id in (example.Rules ?? []).Concat(example.Conditions ?? []))
        {
            if (!rules!.ContainsKey(id.Text))
            {
                FailWithSuggestion(NameDiagnostics.UnknownRule, id, Spelling.Suggest(id.Text, rules.Keys),
                    exclusions.Contains(id.Text) ? "exclusions of a select are expected in outputs" : "name the rules of this ruleset", id.Text);
            }
        }
        foreach (var role in example.Approvers ?? [])
        {
            if (roles is not null && roles.IndexOf(role.Text) < 0 && roles.Kind != EnumKind.Open)
                FailWithSuggestion(NameDiagnostics.UnknownEnumMember, role, Spelling.Suggest(role.Text, roles.Members), "members are " + string.Join(", ", roles.Members), role.Text, roles.Name);
        }
        foreach (var member in example.Outputs?.Members ?? [])
        {
            var names = definition.Declarations.OfType<OutputDeclaration>().Select(output => output.Name.Text).ToArray();
            if (!names.Contains(member.Name.Text))
                FailWithSuggestion(NameDiagnostics.UnknownMember, member.Name, Spelling.Suggest(member.Name.Text, names), "outputs are " + string.Join(", ", names), "the decision", member.Name.Text);
            if (!LiteralJson.IsLiteral(member.Value))
                Report(TypeDiagnostics.NotConstant, member.Value, ExpressionText.Of(member.Value), "an expected output");
        }
    }

    private void CheckFacts(RecordExpression record)
    {
        var seen = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (var member in record.Members)
        {
            var name = member.Name.Text;
            if (!seen.Add(name))
                Report(TypeDiagnostics.DuplicateMember, member.Name, name);
            if (!values.TryGetValue(name, out var symbol) || symbol is not InputSymbol input)
            {
                FailWithSuggestion(NameDiagnostics.UnknownName, member.Name, Spelling.Suggest(name, values.Values.OfType<InputSymbol>().Select(other => other.Name)), "facts are the inputs of the ruleset", name);
                continue;
            }
            if (member.OnlyIf is not null)
                Report(TypeDiagnostics.NotConstant, member.OnlyIf, ExpressionText.Of(member.OnlyIf), "a fact");
            if (member.Value is UnknownLiteral)
                continue;
            var bound = BindAs(member.Value, Place.Top, input.FactType);
            if (!bound.Type.IsError && (!Constants.TryEvaluate(bound, out _) || !LiteralJson.IsLiteral(member.Value)))
                Report(TypeDiagnostics.NotConstant, member.Value, ExpressionText.Of(member.Value), "a fact");
        }
    }

    private void ReportUnused()
    {
        foreach (var symbol in values.Values)
        {
            if (symbol.IsRead || symbol.IsShared || symbol is OutcomeSymbol or ChangedSymbol || symbol == approved || (symbol is InputSymbol input && input.FactType.IsError))
                continue;
            source = symbol.Source!;
            Report(NameDiagnostics.Unused, symbol.Span, KindOf(symbol), symbol.Name);
        }
        foreach (var declaration in definition.Declarations.Where(declaration => !definition.Origins.IsShared(declaration)))
        {
            Enter(declaration);
            if (declaration is EnumDeclaration { Name: var name } && name.Text != "Role" && enums.TryGetValue(name.Text, out var type) && !usedEnums.Contains(type))
                Report(NameDiagnostics.Unused, name, "enum", name.Text);
            else if (declaration is TypeDeclaration record && typeDeclarations.ContainsKey(record.Name.Text) && !usedTypes.Contains(record.Name.Text))
                Report(NameDiagnostics.Unused, record.Name, "type", record.Name.Text);
        }
    }
}
