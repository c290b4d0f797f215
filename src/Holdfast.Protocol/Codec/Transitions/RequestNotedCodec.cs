namespace Holdfast.Protocol.Codec;

internal static class RequestNotedCodec
{
    public static void Write(ref FieldWriter writer, RequestNoted value) => writer.WriteText(1, value.RequestId);

    public static RequestNoted Read(FieldReader reader)
    {
        var requestId = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: requestId = reader.ReadText(); break;
                default: reader.Skip(); break;
            }
        }

        return new RequestNoted(requestId);
    }
}
