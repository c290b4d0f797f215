namespace Holdfast.Protocol.Codec;

internal static class ActivityUnpausedCodec
{
    public static void Write(ref FieldWriter writer, ActivityUnpaused value)
    {
        writer.WriteInt64(1, value.ScheduledEventId);
        writer.WriteInstant(2, value.NextAttemptTime);
        writer.WriteFlag(3, value.ResetsAttempts);
        writer.WriteFlag(4, value.ResetsHeartbeat);
        writer.WriteText(5, value.RequestId);
    }

    public static ActivityUnpaused Read(FieldReader reader)
    {
        var scheduledEventId = 0L;
        var nextAttemptTime = DateTimeOffset.MinValue;
        var resetsAttempts = false;
        var resetsHeartbeat = false;
        var requestId = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: scheduledEventId = reader.ReadInt64(); break;
                case 2: nextAttemptTime = reader.ReadInstant(); break;
                case 3: resetsAttempts = reader.ReadFlag(); break;
                case 4: resetsHeartbeat = reader.ReadFlag(); break;
                case 5: requestId = reader.ReadText(); break;
                default: reader.Skip(); break;
            }
        }

        return new ActivityUnpaused(scheduledEventId, nextAttemptTime, resetsAttempts, resetsHeartbeat, requestId);
    }
}
