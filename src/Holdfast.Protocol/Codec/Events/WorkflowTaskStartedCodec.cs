namespace Holdfast.Protocol.Codec;

internal static class WorkflowTaskStartedCodec
{
    public static void Write(ref FieldWriter writer, WorkflowTaskStarted value)
    {
        writer.WriteInt64(1, value.ScheduledEventId);
        writer.WriteText(2, value.Identity);
        writer.WriteText(3, value.RequestId);
        writer.WriteFlag(4, value.SuggestContinueAsNew);
        writer.WriteInt64(5, value.HistorySizeBytes);
        writer.WriteInt32(6, (int)value.SuggestContinueAsNewReasons);
    }

    public static WorkflowTaskStarted Read(FieldReader reader)
    {
        var scheduledEventId = 0L;
        var identity = string.Empty;
        var requestId = string.Empty;
        var suggestContinueAsNew = false;
        var historySizeBytes = 0L;
        var suggestContinueAsNewReasons = default(SuggestContinueAsNewReasons);
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: scheduledEventId = reader.ReadInt64(); break;
                case 2: identity = reader.ReadName(); break;
                case 3: requestId = reader.ReadText(); break;
                case 4: suggestContinueAsNew = reader.ReadFlag(); break;
                case 5: historySizeBytes = reader.ReadInt64(); break;
                case 6: suggestContinueAsNewReasons = (SuggestContinueAsNewReasons)reader.ReadInt32(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowTaskStarted
        {
            ScheduledEventId = scheduledEventId,
            Identity = identity,
            RequestId = requestId,
            SuggestContinueAsNew = suggestContinueAsNew,
            HistorySizeBytes = historySizeBytes,
            SuggestContinueAsNewReasons = suggestContinueAsNewReasons,
        };
    }
}
