namespace Holdfast.Protocol.Codec;

internal static class WorkflowExecutionCancelRequestedCodec
{
    public static void Write(ref FieldWriter writer, WorkflowExecutionCancelRequested value)
    {
        writer.WriteText(1, value.Cause);
        writer.WriteText(2, value.Identity);
        writer.WriteText(3, value.RequestId);
    }

    public static WorkflowExecutionCancelRequested Read(FieldReader reader)
    {
        var cause = string.Empty;
        var identity = string.Empty;
        var requestId = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: cause = reader.ReadText(); break;
                case 2: identity = reader.ReadName(); break;
                case 3: requestId = reader.ReadText(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowExecutionCancelRequested
        {
            Cause = cause,
            Identity = identity,
            RequestId = requestId,
        };
    }
}
