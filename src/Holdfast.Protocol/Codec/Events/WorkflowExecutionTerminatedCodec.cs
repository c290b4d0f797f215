namespace Holdfast.Protocol.Codec;

internal static class WorkflowExecutionTerminatedCodec
{
    public static void Write(ref FieldWriter writer, WorkflowExecutionTerminated value)
    {
        writer.WriteText(1, value.Reason);
        writer.WritePayloads(2, value.Details);
        writer.WriteText(3, value.Identity);
    }

    public static WorkflowExecutionTerminated Read(FieldReader reader)
    {
        var reason = string.Empty;
        var details = Payloads.Empty;
        var identity = string.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: reason = reader.ReadText(); break;
                case 2: details = reader.ReadPayloads(); break;
                case 3: identity = reader.ReadName(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowExecutionTerminated
        {
            Reason = reason,
            Details = details,
            Identity = identity,
        };
    }
}
