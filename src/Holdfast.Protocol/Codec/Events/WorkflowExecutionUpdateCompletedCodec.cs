namespace Holdfast.Protocol.Codec;

internal static class WorkflowExecutionUpdateCompletedCodec
{
    public static void Write(ref FieldWriter writer, WorkflowExecutionUpdateCompleted value)
    {
        writer.WriteText(1, value.UpdateId);
        writer.WriteInt64(2, value.AcceptedEventId);
        writer.WriteOptionalPayloads(3, value.Result);
        writer.WriteFailure(4, value.Failure);
    }

    public static WorkflowExecutionUpdateCompleted Read(FieldReader reader)
    {
        var updateId = string.Empty;
        var acceptedEventId = 0L;
        Payloads? result = null;
        Failure? failure = null;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: updateId = reader.ReadText(); break;
                case 2: acceptedEventId = reader.ReadInt64(); break;
                case 3: result = reader.ReadPayloads(); break;
                case 4: failure = reader.ReadFailure(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowExecutionUpdateCompleted
        {
            UpdateId = updateId,
            AcceptedEventId = acceptedEventId,
            Result = result,
            Failure = failure,
        };
    }
}
