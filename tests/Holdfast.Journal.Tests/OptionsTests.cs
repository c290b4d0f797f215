using Holdfast.Protocol;

namespace Holdfast.Journaling.Tests;

public sealed class OptionsTests
{
    public static TheoryData<string, JournalOptions> OutOfRange => new()
    {
        { nameof(JournalOptions.SegmentBytes), new JournalOptions { SegmentBytes = 2048 } },
        { nameof(JournalOptions.SegmentBytes), new JournalOptions { SegmentBytes = 5000 } },
        { nameof(JournalOptions.SegmentBytes), new JournalOptions { SegmentBytes = int.MaxValue } },
        { nameof(JournalOptions.MaxRecordBytes), new JournalOptions { MaxRecordBytes = 0 } },
        { nameof(JournalOptions.MaxRecordBytes), new JournalOptions { SegmentBytes = 4096, MaxRecordBytes = JournalOptions.LargestRecordOf(4096) + 1 } },
        { nameof(JournalOptions.MaxPendingBytes), new JournalOptions { MaxPendingBytes = 1023 } },
        { nameof(JournalOptions.MaxSpareSegments), new JournalOptions { MaxSpareSegments = 17 } },
        { nameof(JournalOptions.MaxSpin), new JournalOptions { MaxSpin = TimeSpan.FromMilliseconds(2) } },
        { nameof(JournalOptions.Pumping), new JournalOptions { Pumping = (JournalPumping)9 } },
    };

    [Fact]
    public void The_defaults_are_valid() => new JournalOptions().Validate();

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void A_value_out_of_range_is_refused_by_name(string option, JournalOptions options)
    {
        JournalException refusal = Assert.Throws<JournalException>(options.Validate);
        Assert.Equal(ErrorCodes.JournalOptionsInvalid, refusal.Code);
        Assert.Contains(option, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_the_largest_size_for_a_segment_can_be_appended_and_recovered()
    {
        JournalScenario scenario = new() { MaxRecordBytes = JournalOptions.LargestRecordOf(4096) };
        using (Journal journal = scenario.Open())
        {
            scenario.AppendDurably(journal, new string('x', scenario.MaxRecordBytes), new string('y', scenario.MaxRecordBytes));
        }

        using Journal reopened = scenario.Open();
        Assert.Equal(["xx", "yy"], scenario.Recovered.Select(record => record.Payload[^2..]));
    }
}
