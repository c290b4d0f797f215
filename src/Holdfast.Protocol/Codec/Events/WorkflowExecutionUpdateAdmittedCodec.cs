namespace Holdfast.Protocol.Codec;

internal static class WorkflowExecutionUpdateAdmittedCodec
{
    public static void Write(ref FieldWriter writer, WorkflowExecutionUpdateAdmitted value)
    {
        writer.WriteText(1, value.UpdateId);
        writer.WriteText(2, value.Name);
        writer.WritePayloads(3, value.Input);
        writer.WritePayloadMap(4, value.Header);
        writer.WriteText(5, value.Identity);
        writer.WriteInt32(6, (int)value.Origin);
    }

    public static WorkflowExecutionUpdateAdmitted Read(FieldReader reader)
    {
        var updateId = string.Empty;
        var name = string.Empty;
        var input = Payloads.Empty;
        var header = PayloadMap.Empty;
        var identity = string.Empty;
        var origin = default(UpdateAdmittedEventOrigin);
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: updateId = reader.ReadText(); break;
                case 2: name = reader.ReadName(); break;
                case 3: input = reader.ReadPayloads(); break;
                case 4: header = reader.ReadPayloadMap(); break;
                case 5: identity = reader.ReadName(); break;
                case 6: origin = (UpdateAdmittedEventOrigin)reader.ReadInt32(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowExecutionUpdateAdmitted
        {
            UpdateId = updateId,
            Name = name,
            Input = input,
            Header = header,
            Identity = identity,
            Origin = origin,
        };
    }
}
