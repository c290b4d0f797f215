namespace Holdfast.Protocol.Codec;

internal static class TimerStartedCodec
{
    public static void Write(ref FieldWriter writer, TimerStarted value)
    {
        writer.WriteText(1, value.TimerId);
        writer.WriteDuration(2, value.StartToFireTimeout);
        writer.WriteInt64(3, value.WorkflowTaskCompletedEventId);
        writer.WriteText(4, value.Summary);
    }

    public static TimerStarted Read(FieldReader reader)
    {
        var timerId = string.Empty;
        var startToFireTimeout = TimeSpan.Zero;
        var workflowTaskCompletedEventId = 0L;
        var summary = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: timerId = reader.ReadText(); break;
                case 2: startToFireTimeout = reader.ReadDuration(); break;
                case 3: workflowTaskCompletedEventId = reader.ReadInt64(); break;
                case 4: summary = reader.ReadText(); break;
                default: reader.Skip(); break;
            }
        }

        return new TimerStarted
        {
            TimerId = timerId,
            StartToFireTimeout = startToFireTimeout,
            WorkflowTaskCompletedEventId = workflowTaskCompletedEventId,
            Summary = summary,
        };
    }
}
