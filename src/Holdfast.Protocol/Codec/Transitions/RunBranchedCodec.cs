namespace Holdfast.Protocol.Codec;

internal static class RunBranchedCodec
{
    public static void Write(ref FieldWriter writer, RunBranched value)
    {
        writer.WriteInstant(1, value.Time);
        writer.WriteRunId(2, value.BaseRunId);
        writer.WriteText(3, value.RequestId);
    }

    public static RunBranched Read(FieldReader reader)
    {
        var time = DateTimeOffset.MinValue;
        var baseRunId = RunId.None;
        var requestId = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: time = reader.ReadInstant(); break;
                case 2: baseRunId = reader.ReadRunId(); break;
                case 3: requestId = reader.ReadText(); break;
                default: reader.Skip(); break;
            }
        }

        return new RunBranched(time, baseRunId, requestId);
    }
}
