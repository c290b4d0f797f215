using System.Buffers;

namespace Holdfast.Protocol.Codec;

/// <summary>Binary encoding of a failure: the failure and its causes one after the other, each with its length before it, so that depth costs no stack.</summary>
public static class FailureCodec
{
    /// <summary>Failures in a chain of causes, the outermost included: 200.</summary>
    public const int MaximumChainLength = 200;

    /// <summary>Writes the failure, without a length before the whole; gives the number of bytes.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.LimitExceeded"/> above <see cref="MaximumChainLength"/> or <see cref="RunRecordCodec.MaximumRecordBytes"/>.</exception>
    public static int Write(IBufferWriter<byte> writer, Failure failure)
    {
        var fields = new FieldWriter(EncodingBuffer.Take());
        WriteChain(ref fields, failure);
        return EncodedMessage.CopyTo(writer, fields);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the span must hold that and nothing more. Copies the bytes.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CorruptData"/>.</exception>
    public static Failure Read(ReadOnlySpan<byte> source) => ReadChain(new FieldReader(source));

    internal static void WriteFailure(this ref FieldWriter writer, int field, Failure? failure)
    {
        if (failure is null)
        {
            return;
        }

        var start = writer.BeginMessage(field);
        WriteChain(ref writer, failure);
        writer.EndMessage(start);
    }

    internal static Failure ReadFailure(this ref FieldReader reader) => ReadChain(reader.ReadMessage());

    private static void WriteChain(ref FieldWriter writer, Failure failure)
    {
        var length = 0;
        for (var current = failure; current is not null; current = current.Cause)
        {
            if (++length > MaximumChainLength)
            {
                throw new HoldfastException(ErrorCodes.LimitExceeded, $"A failure has a chain of more than {MaximumChainLength} causes.");
            }

            var start = writer.BeginRawMessage();
            WriteOne(ref writer, current);
            writer.EndMessage(start);
        }
    }

    private static void WriteOne(ref FieldWriter writer, Failure failure)
    {
        writer.WriteText(1, failure.Message);
        FailureInfoCodec.Write(ref writer, 2, failure.Info);
        writer.WriteText(3, failure.Source);
        writer.WriteText(4, failure.StackTrace);
        if (failure.EncodedAttributes is { } encodedAttributes)
        {
            var start = writer.BeginMessage(5);
            PayloadCodec.Write(ref writer, encodedAttributes);
            writer.EndMessage(start);
        }
    }

    private static Failure ReadChain(FieldReader reader)
    {
        var chain = new List<Failure>(capacity: 2);
        while (!reader.IsAtEnd)
        {
            if (chain.Count == MaximumChainLength)
            {
                throw CorruptRecord.Because($"a failure has a chain of more than {MaximumChainLength} causes");
            }

            chain.Add(ReadOne(reader.ReadRawMessage()));
        }

        return chain.Count == 0 ? throw CorruptRecord.Because("a failure is empty") : Link(chain);
    }

    private static Failure Link(List<Failure> chain)
    {
        var failure = chain[^1];
        for (var i = chain.Count - 2; i >= 0; i--)
        {
            failure = chain[i] with { Cause = failure };
        }

        return failure;
    }

    private static Failure ReadOne(FieldReader reader)
    {
        var message = string.Empty;
        FailureInfo? info = null;
        var source = string.Empty;
        var stackTrace = string.Empty;
        Payload? encodedAttributes = null;
        while (reader.MoveNext())
        {
            switch (reader.Field)
            {
                case 1: message = reader.ReadText(); break;
                case 2: info = FailureInfoCodec.Read(reader.ReadMessage()); break;
                case 3: source = reader.ReadName(); break;
                case 4: stackTrace = reader.ReadText(); break;
                case 5: encodedAttributes = PayloadCodec.Read(reader.ReadMessage()); break;
                default: reader.Skip(); break;
            }
        }

        return new Failure
        {
            Message = message,
            Info = info ?? throw CorruptRecord.Missing(nameof(Failure), nameof(Failure.Info)),
            Source = source,
            StackTrace = stackTrace,
            EncodedAttributes = encodedAttributes,
        };
    }
}
