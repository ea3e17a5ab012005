using System.IO;
using System.Text.Json;
using Retail.Rules.Evaluation;
using Retail.Rules.Types;
using Retail.Rules.Values;

namespace Retail.Rules.Facts;

/// <summary>
/// The hash of the facts that a ruleset reads: SHA-256 over their canonical JSON, names in ordinal order, defaults filled in, unknown ones
/// left out, so that the same facts have the same hash wherever they come from. One per frame; not thread-safe.
/// </summary>
internal sealed class FactHash
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    private readonly FactSchema schema;
    private readonly MemoryStream canonical = new();
    private readonly Utf8JsonWriter json;

    public FactHash(FactSchema schema)
    {
        this.schema = schema;
        json = new Utf8JsonWriter(canonical, Options);
    }

    public string Of(Frame frame)
    {
        canonical.SetLength(0);
        json.Reset(canonical);
        json.WriteStartObject();
        foreach (var input in schema.ReadInNameOrder)
        {
            if (frame.Slots[input.Slot].IsUnknown)
                continue;
            json.WritePropertyName(input.Name);
            Write(frame.Slots[input.Slot], input.Type);
        }
        foreach (var error in frame.FactLog.Errors)
        {
            json.WritePropertyName("! " + error.Path);
            json.WriteStringValue(error.Message);
        }
        json.WriteEndObject();
        json.Flush();
        return "sha256:" + Hashing.Hex(canonical);
    }

    private void Write(in Value value, RuleType type)
    {
        if (value.IsUnknown || value.IsAbsent)
        {
            json.WriteNullValue();
            return;
        }
        switch (type.Kind)
        {
            case TypeKind.Boolean:
                json.WriteBooleanValue(value.Boolean);
                break;
            case TypeKind.Text or TypeKind.Enum:
                json.WriteStringValue(value.Text);
                break;
            case TypeKind.List:
                json.WriteStartArray();
                for (var i = 0; i < value.Composite.Count; i++)
                    Write(value.Composite.Items[i], type.Element!);
                json.WriteEndArray();
                break;
            case TypeKind.Record:
                json.WriteStartObject();
                for (var i = 0; i < value.Composite.Count; i++)
                {
                    json.WritePropertyName(type.Record!.Fields[i].Name);
                    Write(value.Composite.Items[i], type.Record.Fields[i].Type);
                }
                json.WriteEndObject();
                break;
            default:
                json.WriteNumberValue(Exact.WithoutTrailingZeros(value.Numerator));
                break;
        }
    }
}
