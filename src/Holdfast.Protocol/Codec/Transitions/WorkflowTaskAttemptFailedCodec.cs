namespace Holdfast.Protocol.Codec;

internal static class WorkflowTaskAttemptFailedCodec
{
    public static void Write(ref FieldWriter writer, WorkflowTaskAttemptFailed value)
    {
        writer.WriteInt32(1, value.Attempt);
        writer.WriteInstant(2, value.Time);
        writer.WriteInstant(3, value.NextAttemptTime);
        writer.WriteFailure(4, value.Failure);
        writer.WriteInt32(5, (int)value.Cause);
    }

    public static WorkflowTaskAttemptFailed Read(FieldReader reader)
    {
        var attempt = 0;
        var time = DateTimeOffset.MinValue;
        var nextAttemptTime = DateTimeOffset.MinValue;
        Failure? failure = null;
        var cause = default(WorkflowTaskFailedCause);
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: attempt = reader.ReadInt32(); break;
                case 2: time = reader.ReadInstant(); break;
                case 3: nextAttemptTime = reader.ReadInstant(); break;
                case 4: failure = reader.ReadFailure(); break;
                case 5: cause = (WorkflowTaskFailedCause)reader.ReadInt32(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowTaskAttemptFailed(
            attempt,
            time,
            nextAttemptTime,
            failure ?? throw CorruptRecord.Missing(nameof(WorkflowTaskAttemptFailed), nameof(WorkflowTaskAttemptFailed.Failure)))
        {
            Cause = cause,
        };
    }
}
