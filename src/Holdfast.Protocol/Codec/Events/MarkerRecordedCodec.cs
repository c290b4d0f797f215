namespace Holdfast.Protocol.Codec;

internal static class MarkerRecordedCodec
{
    public static void Write(ref FieldWriter writer, MarkerRecorded value)
    {
        writer.WriteText(1, value.MarkerName);
        writer.WritePayloadsMap(2, value.Details);
        writer.WriteInt64(3, value.WorkflowTaskCompletedEventId);
        writer.WritePayloadMap(4, value.Header);
        writer.WriteFailure(5, value.Failure);
    }

    public static MarkerRecorded Read(FieldReader reader)
    {
        var markerName = string.Empty;
        var details = PayloadsMap.Empty;
        var workflowTaskCompletedEventId = 0L;
        var header = PayloadMap.Empty;
        Failure? failure = null;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: markerName = reader.ReadName(); break;
                case 2: details = reader.ReadPayloadsMap(); break;
                case 3: workflowTaskCompletedEventId = reader.ReadInt64(); break;
                case 4: header = reader.ReadPayloadMap(); break;
                case 5: failure = reader.ReadFailure(); break;
                default: reader.Skip(); break;
            }
        }

        return new MarkerRecorded
        {
            MarkerName = markerName,
            Details = details,
            WorkflowTaskCompletedEventId = workflowTaskCompletedEventId,
            Header = header,
            Failure = failure,
        };
    }
}
