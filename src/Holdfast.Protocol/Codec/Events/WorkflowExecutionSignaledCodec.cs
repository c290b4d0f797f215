namespace Holdfast.Protocol.Codec;

internal static class WorkflowExecutionSignaledCodec
{
    public static void Write(ref FieldWriter writer, WorkflowExecutionSignaled value)
    {
        writer.WriteText(1, value.SignalName);
        writer.WritePayloads(2, value.Input);
        writer.WriteText(3, value.Identity);
        writer.WriteText(4, value.RequestId);
        writer.WritePayloadMap(5, value.Header);
    }

    public static WorkflowExecutionSignaled Read(FieldReader reader)
    {
        var signalName = string.Empty;
        var input = Payloads.Empty;
        var identity = string.Empty;
        var requestId = string.Empty;
        var header = PayloadMap.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: signalName = reader.ReadName(); break;
                case 2: input = reader.ReadPayloads(); break;
                case 3: identity = reader.ReadName(); break;
                case 4: requestId = reader.ReadText(); break;
                case 5: header = reader.ReadPayloadMap(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowExecutionSignaled
        {
            SignalName = signalName,
            Input = input,
            Identity = identity,
            RequestId = requestId,
            Header = header,
        };
    }
}
