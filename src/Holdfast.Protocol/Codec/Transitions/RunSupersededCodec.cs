namespace Holdfast.Protocol.Codec;

internal static class RunSupersededCodec
{
    public static void Write(ref FieldWriter writer, RunSuperseded value)
    {
        writer.WriteRunId(1, value.NewRunId);
        writer.WriteText(2, value.RequestId);
    }

    public static RunSuperseded Read(FieldReader reader)
    {
        var newRunId = RunId.None;
        var requestId = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: newRunId = reader.ReadRunId(); break;
                case 2: requestId = reader.ReadText(); break;
                default: reader.Skip(); break;
            }
        }

        return new RunSuperseded(newRunId, requestId);
    }
}
