using System.Buffers;

namespace Holdfast.Protocol.Codec;

/// <summary>Binary encoding of what a worker says about an update: the number of the case, then its fields.</summary>
public static class UpdateMessageCodec
{
    private const int AcceptedCase = 1;
    private const int RejectedCase = 2;
    private const int CompletedCase = 3;

    /// <summary>Writes the message, without a length before it; gives the number of bytes.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.LimitExceeded"/> above <see cref="RunRecordCodec.MaximumRecordBytes"/> or <see cref="FailureCodec.MaximumChainLength"/>.</exception>
    public static int Write(IBufferWriter<byte> writer, UpdateMessage message)
    {
        var fields = new FieldWriter(EncodingBuffer.Take());
        fields.WriteRawVarint((ulong)CaseOf(message));
        fields.WriteText(1, message.UpdateId);
        fields.WriteFailure(2, FailureOf(message));
        fields.WriteOptionalPayloads(3, (message as UpdateMessage.Completed)?.Result);
        return EncodedMessage.CopyTo(writer, fields);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the span must hold that and nothing more. Copies the bytes.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CorruptData"/>.</exception>
    public static UpdateMessage Read(ReadOnlySpan<byte> source)
    {
        var reader = new FieldReader(source);
        var number = reader.ReadRawVarint();
        var updateId = string.Empty;
        Failure? failure = null;
        Payloads? result = null;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: updateId = reader.ReadText(); break;
                case 2: failure = reader.ReadFailure(); break;
                case 3: result = reader.ReadPayloads(); break;
                default: reader.Skip(); break;
            }
        }

        return number switch
        {
            AcceptedCase => new UpdateMessage.Accepted { UpdateId = updateId },
            RejectedCase => new UpdateMessage.Rejected { UpdateId = updateId, Failure = failure ?? throw CorruptRecord.Missing(nameof(UpdateMessage.Rejected), nameof(Failure)) },
            CompletedCase => new UpdateMessage.Completed { UpdateId = updateId, Result = result, Failure = failure },
            _ => throw CorruptRecord.Because($"update message {number} is not known to this version"),
        };
    }

    private static int CaseOf(UpdateMessage message) => message switch
    {
        UpdateMessage.Accepted => AcceptedCase,
        UpdateMessage.Rejected => RejectedCase,
        UpdateMessage.Completed => CompletedCase,
        _ => throw CorruptRecord.NotEncodable(message),
    };

    private static Failure? FailureOf(UpdateMessage message) => message switch
    {
        UpdateMessage.Rejected rejected => rejected.Failure,
        UpdateMessage.Completed completed => completed.Failure,
        _ => null,
    };
}
