namespace Holdfast.Protocol.Codec;

internal static class ResetWorkflowFailureInfoCodec
{
    public static void Write(ref FieldWriter writer, FailureInfo.ResetWorkflow value) => writer.WritePayloads(1, value.LastHeartbeatDetails);

    public static FailureInfo.ResetWorkflow Read(FieldReader reader)
    {
        var lastHeartbeatDetails = Payloads.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: lastHeartbeatDetails = reader.ReadPayloads(); break;
                default: reader.Skip(); break;
            }
        }

        return new FailureInfo.ResetWorkflow(lastHeartbeatDetails);
    }
}
