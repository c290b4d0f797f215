namespace Holdfast.Protocol.Codec;

internal static class CanceledFailureInfoCodec
{
    public static void Write(ref FieldWriter writer, FailureInfo.Canceled value)
    {
        writer.WritePayloads(1, value.Details);
    }

    public static FailureInfo.Canceled Read(FieldReader reader)
    {
        var details = Payloads.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: details = reader.ReadPayloads(); break;
                default: reader.Skip(); break;
            }
        }

        return new FailureInfo.Canceled(details);
    }
}
