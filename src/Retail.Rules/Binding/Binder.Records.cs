using System.Collections.Generic;
using System.Linq;
using Retail.Rules.Diagnostics;
using Retail.Rules.Model;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Binding;

/// <summary>Records: members in order, later ones seeing earlier ones.</summary>
internal sealed partial class Binder
{
    private BoundExpression BindRecord(RecordExpression record, Place at, RuleType? expected)
    {
        if (expected is { Kind: TypeKind.Record, Record.Name: not null })
            return BindNamedRecord(record, at, expected);

        var members = new List<BoundMember>(record.Members.Count);
        var fields = new List<Field>(record.Members.Count);
        var failed = false;
        foreach (var member in record.Members)
        {
            if (fields.Any(field => field.Name == member.Name.Text))
            {
                Report(TypeDiagnostics.DuplicateMember, member.Name, member.Name.Text);
                continue;
            }
            var onlyIf = member.OnlyIf is null ? null : BindCondition(member.OnlyIf, at);
            var inside = onlyIf is null ? at : at.With(Assume(onlyIf, true, at.Flow));
            var value = Bind(member.Value, inside);
            failed |= value.Type.IsError || onlyIf is { Type.IsError: true };
            var type = onlyIf is null ? value.Type : value.Type.AsOptional();
            var symbol = new LocalSymbol(member.Name.Text, member.Name.Span, type) { KnownWhen = value.Type.IsOptional ? null : onlyIf };
            members.Add(new BoundMember(symbol, value, onlyIf));
            fields.Add(new Field(member.Name.Text, type));
            at = at.With(symbol);
        }
        return failed ? BoundError.Instance : new BoundRecord(record, members, RuleType.Of(new RecordType(null, fields)));
    }

    /// <summary>A record where a named type is expected: its members in the order of the type, defaults filled in.</summary>
    private BoundExpression BindNamedRecord(RecordExpression record, Place at, RuleType expected)
    {
        var type = expected.Record!;
        var given = new Dictionary<string, RecordMember>(System.StringComparer.Ordinal);
        var failed = false;
        foreach (var member in record.Members)
        {
            var name = member.Name.Text;
            if (type.IndexOf(name) < 0)
            {
                Report(NameDiagnostics.UnknownMember, member.Name, type.Name!, name,
                    DidYouMean(Spelling.Suggest(name, type.Fields.Select(field => field.Name)), "its members are " + string.Join(", ", type.Fields.Select(field => field.Name))));
                failed = true;
            }
            else if (given.ContainsKey(name))
            {
                Report(TypeDiagnostics.DuplicateMember, member.Name, name);
                failed = true;
            }
            else
            {
                given.Add(name, member);
            }
        }

        var members = new List<BoundMember>(type.Fields.Count);
        foreach (var field in type.Fields)
        {
            var symbol = new LocalSymbol(field.Name, record.Span, field.Type);
            if (given.TryGetValue(field.Name, out var member))
            {
                var onlyIf = member.OnlyIf is null ? null : BindCondition(member.OnlyIf, at);
                var inside = onlyIf is null ? at : at.With(Assume(onlyIf, true, at.Flow));
                var value = BindAs(member.Value, inside, field.Type);
                failed |= value.Type.IsError || onlyIf is { Type.IsError: true };
                if (onlyIf is not null && !field.Type.IsOptional)
                {
                    Report(TypeDiagnostics.Mismatch, member.OnlyIf!, A(field.Type), ExpressionText.Of(member.Value), "unknown where its `only if` does not hold",
                        "declare member `" + field.Name + "` of " + type.Name + " as `" + field.Type + "?`, or give both cases a value: `if ... then ... else ...`");
                    failed = true;
                }
                members.Add(new BoundMember(symbol, value, onlyIf));
            }
            else if (field.Default is not null || field.Type.IsOptional || isBindingFacts)
            {
                members.Add(new BoundMember(symbol, new BoundLiteral(null, field.Type, field.Default ?? Value.Unknown), null));
            }
            else
            {
                Report(TypeDiagnostics.Mismatch, record, "member `" + field.Name + "` of " + type.Name, ExpressionText.Of(record), "a record without it", "give it");
                failed = true;
            }
        }
        return failed ? BoundError.Instance : new BoundRecord(record, members, expected.AsKnown());
    }
}
