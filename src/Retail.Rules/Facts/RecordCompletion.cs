using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>Fills what a record of facts leaves out: defaults, unknown for optional members, and a note of each required member that is missing.</summary>
internal static class RecordCompletion
{
    public static void Complete(Composite record, RecordType type, FactLog log)
    {
        for (var i = 0; i < type.Fields.Count; i++)
        {
            var field = type.Fields[i];
            if (!record.Items[i].IsAbsent)
                continue;
            record.Items[i] = field.Default ?? Value.Unknown;
            if (field.Default is null && !field.Type.IsOptional)
                log.Miss(field.Name);
        }
    }
}
