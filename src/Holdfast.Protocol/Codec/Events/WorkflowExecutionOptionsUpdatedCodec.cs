namespace Holdfast.Protocol.Codec;

internal static class WorkflowExecutionOptionsUpdatedCodec
{
    public static void Write(ref FieldWriter writer, WorkflowExecutionOptionsUpdated value)
    {
        writer.WritePriority(1, value.Priority);
        writer.WriteText(2, value.AttachedRequestId);
        writer.WriteText(3, value.Identity);
    }

    public static WorkflowExecutionOptionsUpdated Read(FieldReader reader)
    {
        Priority? priority = null;
        var attachedRequestId = string.Empty;
        var identity = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: priority = reader.ReadPriority(); break;
                case 2: attachedRequestId = reader.ReadText(); break;
                case 3: identity = reader.ReadName(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowExecutionOptionsUpdated
        {
            Priority = priority,
            AttachedRequestId = attachedRequestId,
            Identity = identity,
        };
    }
}
