namespace Holdfast.Protocol.Codec;

internal static class StartPermitAwaitedCodec
{
    public static void Write(ref FieldWriter writer, StartPermitAwaited value) => writer.WriteInstant(1, value.Time);

    public static StartPermitAwaited Read(FieldReader reader)
    {
        var time = DateTimeOffset.MinValue;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: time = reader.ReadInstant(); break;
                default: reader.Skip(); break;
            }
        }

        return new StartPermitAwaited(time);
    }
}
