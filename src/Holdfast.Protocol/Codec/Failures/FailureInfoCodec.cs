namespace Holdfast.Protocol.Codec;

/// <summary>What belongs to a kind of failure: its number, then its fields.</summary>
internal static class FailureInfoCodec
{
    public static void Write(ref FieldWriter writer, int field, FailureInfo info)
    {
        var start = writer.BeginMessage(field);
        writer.WriteRawVarint((ulong)TypeOf(info));
        WriteFields(ref writer, info);
        writer.EndMessage(start);
    }

    public static FailureInfo Read(FieldReader reader)
    {
        var type = reader.ReadRawVarint();
        return (FailureInfoType)type switch
        {
            FailureInfoType.Application => ApplicationFailureInfoCodec.Read(reader),
            FailureInfoType.Timeout => TimeoutFailureInfoCodec.Read(reader),
            FailureInfoType.Canceled => CanceledFailureInfoCodec.Read(reader),
            FailureInfoType.Terminated => new FailureInfo.Terminated(),
            FailureInfoType.Server => ServerFailureInfoCodec.Read(reader),
            FailureInfoType.Activity => ActivityFailureInfoCodec.Read(reader),
            FailureInfoType.ChildWorkflow => ChildWorkflowFailureInfoCodec.Read(reader),
            FailureInfoType.ResetWorkflow => ResetWorkflowFailureInfoCodec.Read(reader),
            _ => throw CorruptRecord.Because($"failure type {type} is not known to this version"),
        };
    }

    private static FailureInfoType TypeOf(FailureInfo info) => info switch
    {
        FailureInfo.Application => FailureInfoType.Application,
        FailureInfo.Timeout => FailureInfoType.Timeout,
        FailureInfo.Canceled => FailureInfoType.Canceled,
        FailureInfo.Terminated => FailureInfoType.Terminated,
        FailureInfo.Server => FailureInfoType.Server,
        FailureInfo.Activity => FailureInfoType.Activity,
        FailureInfo.ChildWorkflow => FailureInfoType.ChildWorkflow,
        FailureInfo.ResetWorkflow => FailureInfoType.ResetWorkflow,
        _ => throw CorruptRecord.NotEncodable(info),
    };

    private static void WriteFields(ref FieldWriter writer, FailureInfo info)
    {
        switch (info)
        {
            case FailureInfo.Application value: ApplicationFailureInfoCodec.Write(ref writer, value); break;
            case FailureInfo.Timeout value: TimeoutFailureInfoCodec.Write(ref writer, value); break;
            case FailureInfo.Canceled value: CanceledFailureInfoCodec.Write(ref writer, value); break;
            case FailureInfo.Terminated: break;
            case FailureInfo.Server value: ServerFailureInfoCodec.Write(ref writer, value); break;
            case FailureInfo.Activity value: ActivityFailureInfoCodec.Write(ref writer, value); break;
            case FailureInfo.ChildWorkflow value: ChildWorkflowFailureInfoCodec.Write(ref writer, value); break;
            case FailureInfo.ResetWorkflow value: ResetWorkflowFailureInfoCodec.Write(ref writer, value); break;
            default: throw CorruptRecord.NotEncodable(info);
        }
    }
}
