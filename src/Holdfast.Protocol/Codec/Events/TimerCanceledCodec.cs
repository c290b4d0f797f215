namespace Holdfast.Protocol.Codec;

internal static class TimerCanceledCodec
{
    public static void Write(ref FieldWriter writer, TimerCanceled value)
    {
        writer.WriteText(1, value.TimerId);
        writer.WriteInt64(2, value.StartedEventId);
        writer.WriteInt64(3, value.WorkflowTaskCompletedEventId);
        writer.WriteText(4, value.Identity);
    }

    public static TimerCanceled Read(FieldReader reader)
    {
        var timerId = string.Empty;
        var startedEventId = 0L;
        var workflowTaskCompletedEventId = 0L;
        var identity = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: timerId = reader.ReadText(); break;
                case 2: startedEventId = reader.ReadInt64(); break;
                case 3: workflowTaskCompletedEventId = reader.ReadInt64(); break;
                case 4: identity = reader.ReadName(); break;
                default: reader.Skip(); break;
            }
        }

        return new TimerCanceled
        {
            TimerId = timerId,
            StartedEventId = startedEventId,
            WorkflowTaskCompletedEventId = workflowTaskCompletedEventId,
            Identity = identity,
        };
    }
}
