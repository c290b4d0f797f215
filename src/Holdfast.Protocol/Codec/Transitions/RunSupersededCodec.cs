namespace Holdfast.Protocol.Codec;

internal static class RunSupersededCodec
{
    public static void Write(ref FieldWriter writer, RunSuperseded value) => writer.WriteRunId(1, value.NewRunId);

    public static RunSuperseded Read(FieldReader reader)
    {
        var newRunId = RunId.None;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: newRunId = reader.ReadRunId(); break;
                default: reader.Skip(); break;
            }
        }

        return new RunSuperseded(newRunId);
    }
}
