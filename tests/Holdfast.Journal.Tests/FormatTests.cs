using System.Text;
using Holdfast.Journaling.Format;

namespace Holdfast.Journaling.Tests;

/// <summary>Pins format version 1 byte for byte. A change here needs a new version and a reader for the old one.</summary>
public sealed class FormatTests
{
    private static readonly SegmentHeader Header = new(Number: 3, FirstLsn: 41, Epoch: 7, Salt: 0x1122334455667788, SegmentBytes: 65536);

    [Fact]
    public void A_segment_header_has_these_bytes()
    {
        byte[] sector = new byte[SegmentHeader.Bytes];
        Header.Write(sector);
        Assert.Equal(
            "48464A4F55524E4C" + "01000000" + "07000000" + "0300000000000000" + "2900000000000000" + "8877665544332211" + "00000100",
            Convert.ToHexString(sector.AsSpan(0, 44)));
        Assert.All(sector[44..508], zero => Assert.Equal(0, zero));
        Assert.Equal("B4E2118A", Convert.ToHexString(sector.AsSpan(508)));
        Assert.Equal(1u, SegmentHeader.ReadVersion(sector));
        Assert.Equal(Header, SegmentHeader.Read(sector));
    }

    [Fact]
    public void A_record_has_these_bytes()
    {
        byte[] frame = Frame(offset: 512);
        Assert.Equal(
            "EBC54509" + "05000000" + "2900000000000000" + "07000000" + "00020000" + "FE0F" + "01" + "00" + "B3ED0390" + "68656C6C6F000000",
            Convert.ToHexString(frame));
    }

    [Fact]
    public void A_header_verifies_at_its_own_offset_of_its_own_segment_alone()
    {
        byte[] frame = Frame(offset: 512);
        Assert.True(RecordFrame.TryReadHeader(frame, 512, 65536, Header.Seed, out _));
        Assert.False(RecordFrame.TryReadHeader(frame, 520, 65536, Header.Seed, out _));
        Assert.False(RecordFrame.TryReadHeader(frame, 512, 65536, (Header with { Number = 4 }).Seed, out _));
        Assert.False(RecordFrame.TryReadHeader(frame, 512, 65536, (Header with { Salt = 1 }).Seed, out _));
    }

    [Fact]
    public void A_record_that_would_reach_beyond_the_segment_is_no_record()
    {
        byte[] frame = Frame(offset: 512);
        Assert.True(RecordFrame.TryReadHeader(frame, 512, 552, Header.Seed, out _));
        Assert.False(RecordFrame.TryReadHeader(frame, 512, 551, Header.Seed, out _));
    }

    [Fact]
    public void The_checksum_is_CRC_32C() =>
        Assert.Equal(0xE3069283u, Crc32C.Compute("123456789"u8));

    [Theory]
    [InlineData("0000000000000001.log", 1L)]
    [InlineData("9999999999999999.log", 9999999999999999L)]
    [InlineData("000000000000001.log", null)]
    [InlineData("0000000000000001.log2", null)]
    [InlineData("-000000000000001.log", null)]
    [InlineData("holdfast.db", null)]
    public void A_segment_file_is_named_by_its_number(string name, long? number)
    {
        bool parsed = SegmentName.TryParseSegment(name, out long found);
        Assert.Equal(number, parsed ? found : null);
        Assert.True(!parsed || SegmentName.Segment(found) == name);
    }

    [Fact]
    public void A_whole_segment_of_a_known_salt_has_these_bytes()
    {
        JournalScenario scenario = new();
        using (Journal journal = scenario.Open())
        {
            scenario.AppendDurably(journal, "hello", "");
        }

        byte[] segment = scenario.Disk.ReadAll(SegmentName.Segment(1));
        Assert.All(segment[616..], zero => Assert.Equal(0, zero));
        Assert.Equal(
            "B3944E92050000000100000000000000010000000002000007000100B3ED0390" +
            "68656C6C6F000000" +
            "70B0DA8000000000020000000000000001000000000200000700010000000000" +
            "6060C8E500000000020000000000000001000000480200000000030000000000",
            Convert.ToHexString(segment.AsSpan(512, 104)));
    }

    private static byte[] Frame(int offset)
    {
        byte[] frame = new byte[RecordFrame.FrameBytes(5)];
        Encoding.ASCII.GetBytes("hello").CopyTo(frame, RecordFrame.HeaderBytes);
        RecordFrame.WriteContent(frame, shard: 4094, RecordKind.Data, payloadBytes: 5);
        RecordFrame.WritePlace(frame, new RecordPlace(Lsn: 41, Epoch: 7, offset, DurableOffset: 512), Header.Seed);
        return frame;
    }
}
