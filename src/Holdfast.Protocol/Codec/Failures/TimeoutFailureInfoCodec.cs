namespace Holdfast.Protocol.Codec;

internal static class TimeoutFailureInfoCodec
{
    public static void Write(ref FieldWriter writer, FailureInfo.Timeout value)
    {
        writer.WriteInt32(1, (int)value.TimeoutType);
        writer.WritePayloads(2, value.LastHeartbeatDetails);
    }

    public static FailureInfo.Timeout Read(FieldReader reader)
    {
        var timeoutType = default(TimeoutType);
        var lastHeartbeatDetails = Payloads.Empty;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: timeoutType = (TimeoutType)reader.ReadInt32(); break;
                case 2: lastHeartbeatDetails = reader.ReadPayloads(); break;
                default: reader.Skip(); break;
            }
        }

        return new FailureInfo.Timeout(timeoutType, lastHeartbeatDetails);
    }
}
