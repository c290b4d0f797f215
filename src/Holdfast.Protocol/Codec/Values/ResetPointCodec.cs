namespace Holdfast.Protocol.Codec;

internal static class ResetPointCodec
{
    public static void WriteResetPoints(this ref FieldWriter writer, int field, ResetPointList value)
    {
        for (var i = 0; i < value.Count; i++)
        {
            var start = writer.BeginMessage(field);
            writer.WriteText(1, value[i].BuildId);
            writer.WriteRunId(2, value[i].RunId);
            writer.WriteInt64(3, value[i].FirstWorkflowTaskCompletedEventId);
            writer.WriteInstant(4, value[i].Time);
            writer.EndMessage(start);
        }
    }

    public static ResetPoint ReadResetPoint(this ref FieldReader source)
    {
        var reader = source.ReadMessage();
        var buildId = string.Empty;
        var runId = RunId.None;
        var eventId = 0L;
        var time = default(DateTimeOffset);
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: buildId = reader.ReadName(); break;
                case 2: runId = reader.ReadRunId(); break;
                case 3: eventId = reader.ReadInt64(); break;
                case 4: time = reader.ReadInstant(); break;
                default: reader.Skip(); break;
            }
        }

        return new ResetPoint(buildId, runId, eventId, time);
    }
}
