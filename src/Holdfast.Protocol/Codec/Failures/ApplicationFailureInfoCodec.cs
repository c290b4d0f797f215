namespace Holdfast.Protocol.Codec;

internal static class ApplicationFailureInfoCodec
{
    public static void Write(ref FieldWriter writer, FailureInfo.Application value)
    {
        writer.WriteText(1, value.Type);
        writer.WriteFlag(2, value.NonRetryable);
        writer.WritePayloads(3, value.Details);
        writer.WriteDuration(4, value.NextRetryDelay);
        writer.WriteInt32(5, (int)value.Category);
    }

    public static FailureInfo.Application Read(FieldReader reader)
    {
        var type = string.Empty;
        var nonRetryable = false;
        var details = Payloads.Empty;
        TimeSpan? nextRetryDelay = null;
        var category = default(FailureCategory);
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: type = reader.ReadText(); break;
                case 2: nonRetryable = reader.ReadFlag(); break;
                case 3: details = reader.ReadPayloads(); break;
                case 4: nextRetryDelay = reader.ReadDuration(); break;
                case 5: category = (FailureCategory)reader.ReadInt32(); break;
                default: reader.Skip(); break;
            }
        }

        return new FailureInfo.Application(type, nonRetryable, details, nextRetryDelay, category);
    }
}
