using Retail.Rules.Evaluation;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>Fills what a record of facts leaves out: defaults, unknown for optional members, and a note of each required member that is missing.</summary>
internal static class RecordCompletion
{
    /// <summary>A record whose members are all absent.</summary>
    public static Composite Rent(RecordType type, Frame frame)
    {
        var record = frame.Arena.Rent(type.Fields.Count);
        for (var i = 0; i < type.Fields.Count; i++)
            record.Add(Value.Absent);
        return record;
    }

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
