namespace Holdfast.Protocol.Codec;

internal static class ServerFailureInfoCodec
{
    public static void Write(ref FieldWriter writer, FailureInfo.Server value)
    {
        writer.WriteFlag(1, value.NonRetryable);
    }

    public static FailureInfo.Server Read(FieldReader reader)
    {
        var nonRetryable = false;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: nonRetryable = reader.ReadFlag(); break;
                default: reader.Skip(); break;
            }
        }

        return new FailureInfo.Server(nonRetryable);
    }
}
