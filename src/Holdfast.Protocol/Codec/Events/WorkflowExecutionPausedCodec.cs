namespace Holdfast.Protocol.Codec;

internal static class WorkflowExecutionPausedCodec
{
    public static void Write(ref FieldWriter writer, WorkflowExecutionPaused value)
    {
        writer.WriteText(1, value.Identity);
        writer.WriteText(2, value.Reason);
        writer.WriteText(3, value.RequestId);
    }

    public static WorkflowExecutionPaused Read(FieldReader reader)
    {
        var identity = string.Empty;
        var reason = string.Empty;
        var requestId = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: identity = reader.ReadName(); break;
                case 2: reason = reader.ReadText(); break;
                case 3: requestId = reader.ReadText(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowExecutionPaused
        {
            Identity = identity,
            Reason = reason,
            RequestId = requestId,
        };
    }
}
