using Holdfast.Protocol.Codec;

namespace Holdfast.Protocol.Tests;

public sealed class HostileBytesTests
{
    private const int MutationCount = 100_000;

    [Theory]
    [InlineData("80808080808080808080 01")]
    [InlineData("FFFFFFFFFFFFFFFFFF7F")]
    [InlineData("05 02")]
    [InlineData("FFFFFFFF07 02")]
    [InlineData("00")]
    [InlineData("01 FE")]
    [InlineData("02 FF 7F")]
    [InlineData("03 24 01 00 00")]
    [InlineData("05 24 01 00 0A 7F")]
    [InlineData("05 24 01 00 08 01")]
    [InlineData("06 24 01 00 0A 01 FF")]
    [InlineData("05 24 01 00 0C 00")]
    [InlineData("05 24 01 00 02 00")]
    public void Malformed_bytes_are_corrupt_data(string hex)
    {
        var bytes = Convert.FromHexString(hex.Replace(" ", string.Empty, StringComparison.Ordinal));

        var error = Assert.Throws<HoldfastException>(() => RunRecordCodec.ReadAll(bytes));

        Assert.Equal(ErrorCodes.CorruptData, error.Code);
    }

    [Fact]
    public void A_missing_required_failure_is_corrupt_data()
    {
        byte[] activityTaskFailedWithoutFields = [0x03, 13 << 1, 0x01, 0x00];

        var error = Assert.Throws<HoldfastException>(() => RunRecordCodec.ReadAll(activityTaskFailedWithoutFields));

        Assert.Equal(ErrorCodes.CorruptData, error.Code);
    }

    [Fact]
    public void A_chain_of_causes_has_a_limit_on_both_sides()
    {
        var longest = Chain(FailureCodec.MaximumChainLength);
        var bytes = Encoded.Failure(longest);

        Assert.Equal(longest, FailureCodec.Read(bytes));
        Assert.Equal(ErrorCodes.LimitExceeded, Assert.Throws<HoldfastException>(() => Encoded.Failure(Chain(FailureCodec.MaximumChainLength + 1))).Code);
        Assert.Equal(ErrorCodes.CorruptData, Assert.Throws<HoldfastException>(() => FailureCodec.Read([.. bytes, .. bytes])).Code);
    }

    [Fact]
    public void A_record_above_the_limit_is_refused_and_nothing_is_written()
    {
        var writer = new System.Buffers.ArrayBufferWriter<byte>();
        var signaled = new WorkflowExecutionSignaled { SignalName = "s", Input = Payloads.Of(new Payload(Payload.BinaryEncoding, new byte[RunRecordCodec.MaximumRecordBytes])) };

        var error = Assert.Throws<HoldfastException>(() => RunRecordCodec.Write(writer, new HistoryEvent(1, DateTimeOffset.UnixEpoch, signaled)));

        Assert.Equal(ErrorCodes.LimitExceeded, error.Code);
        Assert.Equal(0, writer.WrittenCount);
    }

    [Fact]
    public void Mutated_records_decode_or_are_corrupt_data()
    {
        var random = new Random(20260102);
        var originals = EveryType.Records().Select(Encoded.Record).ToArray();
        for (var i = 0; i < MutationCount; i++)
        {
            var mutated = Mutate(originals[random.Next(originals.Length)], random);
            ReadOrRefuse(mutated, i, bytes => RunRecordCodec.ReadAll(bytes));
        }
    }

    [Fact]
    public void Mutated_update_messages_decode_or_are_corrupt_data()
    {
        var random = new Random(20260103);
        var originals = EveryType.UpdateMessages().Select(Encoded.UpdateMessage).ToArray();
        for (var i = 0; i < MutationCount / 10; i++)
        {
            var mutated = originals[random.Next(originals.Length)].ToArray();
            mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            ReadOrRefuse(mutated[..random.Next(1, mutated.Length + 1)], i, bytes => UpdateMessageCodec.Read(bytes));
        }
    }

    private static void ReadOrRefuse(byte[] bytes, int mutation, Action<byte[]> read)
    {
        try
        {
            read(bytes);
        }
        catch (HoldfastException error) when (error.Code == ErrorCodes.CorruptData)
        {
            // The only error that hostile bytes may cause.
        }
        catch (Exception error)
        {
            Assert.Fail($"Mutation {mutation}, {Convert.ToHexString(bytes)}: {error}");
        }
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = new List<byte>(original);
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes.Insert(at, (byte)random.Next(256)); break;
                case 3 when bytes.Count > 1: bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 9))); break;
                default: bytes.AddRange(bytes.GetRange(at, Math.Min(bytes.Count - at, 16))); break;
            }

            if (bytes.Count == 0)
            {
                bytes.Add(0);
            }
        }

        MendLength(bytes, random);
        return [.. bytes];
    }

    // Most mutations should reach the fields, so the length before them is mostly made right again.
    private static void MendLength(List<byte> bytes, Random random)
    {
        if (random.Next(4) == 0)
        {
            return;
        }

        var prefixLength = bytes[0] < 0x80 ? 1 : 2;
        bytes.RemoveRange(0, Math.Min(prefixLength, bytes.Count));
        var length = bytes.Count;
        bytes.InsertRange(0, length < 0x80 ? [(byte)length] : [(byte)(length | 0x80), (byte)(length >> 7)]);
    }

    private static Failure Chain(int length)
    {
        var failure = new Failure { Message = "innermost", Info = new FailureInfo.Terminated() };
        for (var i = 1; i < length; i++)
        {
            failure = new Failure { Message = "outer", Info = new FailureInfo.Terminated(), Cause = failure };
        }

        return failure;
    }
}
