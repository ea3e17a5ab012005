using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>Codes and owners of rules; times and escalations of referrals.</summary>
internal sealed partial class Binder
{
    private const string FamilyEnum = "ReasonFamily";

    private void CheckCode(ReasonCode? code)
    {
        if (code is null || !enums.TryGetValue(FamilyEnum, out var families))
            return;
        usedEnums.Add(families);
        RequireMember(families, code.Family, "members are " + string.Join(", ", families.Members));
    }

    private void CheckOwner(Identifier? owner)
    {
        if (owner is not null && roles is not null)
            RequireMember(roles, owner, "declare the role");
    }

    private void RequireMember(EnumType type, Identifier name, string otherwise)
    {
        if (type.IndexOf(name.Text) < 0 && type.Kind != EnumKind.Open)
            FailWithSuggestion(NameDiagnostics.UnknownEnumMember, name, Spelling.Suggest(name.Text, type.Members), otherwise, name.Text, type.Name);
    }

    /// <summary>The time of a referral, a duration; one that is written out has to be a minute at least.</summary>
    private BoundExpression? BindTime(Effect effect, Place at)
    {
        if (effect.Within is not { } syntax)
            return null;
        var time = BindAs(syntax, at, RuleType.Duration);
        if (!time.Type.IsError && Constants.TryEvaluate(time, out var value) && Exact.Compare(value, Calendar.OneMinute) < 0)
            Report(ReasonDiagnostics.TimeTooShort, syntax, ExpressionText.Of(syntax));
        return time;
    }

    private void CheckEscalation(Effect effect, IReadOnlyList<BoundExpression> asked, IReadOnlyList<BoundExpression> later)
    {
        if (later.Count == 0)
            return;
        if (effect.Within is null)
            Report(ReasonDiagnostics.EscalatesWithoutTime, effect, string.Join(", ", effect.EscalateTo.Select(ExpressionText.Of)));
        var keysOfAsked = asked.Select(keys.Of).ToArray();
        foreach (var role in later.Where(role => !role.Type.IsError && keysOfAsked.Contains(keys.Of(role))))
            Report(ReasonDiagnostics.EscalatesToSameRole, role.Syntax!, ExpressionText.Of(role.Syntax!));
    }
}
