namespace Holdfast.Protocol.Codec;

internal static class WorkflowPropertiesModifiedCodec
{
    public static void Write(ref FieldWriter writer, WorkflowPropertiesModified value)
    {
        writer.WritePayloadMap(1, value.UpsertedMemo);
        writer.WriteInt64(2, value.WorkflowTaskCompletedEventId);
    }

    public static WorkflowPropertiesModified Read(FieldReader reader)
    {
        var upsertedMemo = PayloadMap.Empty;
        var workflowTaskCompletedEventId = 0L;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: upsertedMemo = reader.ReadPayloadMap(); break;
                case 2: workflowTaskCompletedEventId = reader.ReadInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new WorkflowPropertiesModified
        {
            UpsertedMemo = upsertedMemo,
            WorkflowTaskCompletedEventId = workflowTaskCompletedEventId,
        };
    }
}
