namespace Holdfast.Protocol.Codec;

internal static class UpsertWorkflowSearchAttributesCodec
{
    public static void Write(ref FieldWriter writer, UpsertWorkflowSearchAttributes value)
    {
        writer.WritePayloadMap(1, value.SearchAttributes);
        writer.WriteInt64(2, value.WorkflowTaskCompletedEventId);
    }

    public static UpsertWorkflowSearchAttributes Read(FieldReader reader)
    {
        var searchAttributes = PayloadMap.Empty;
        var workflowTaskCompletedEventId = 0L;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: searchAttributes = reader.ReadPayloadMap(); break;
                case 2: workflowTaskCompletedEventId = reader.ReadInt64(); break;
                default: reader.Skip(); break;
            }
        }

        return new UpsertWorkflowSearchAttributes
        {
            SearchAttributes = searchAttributes,
            WorkflowTaskCompletedEventId = workflowTaskCompletedEventId,
        };
    }
}
