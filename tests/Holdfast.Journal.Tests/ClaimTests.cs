using Holdfast.Journaling.Format;
using Holdfast.Protocol;

namespace Holdfast.Journaling.Tests;

/// <summary>A journal whose folder another process claims: each side of a volume that two machines reach, without a lock between them.</summary>
public sealed class ClaimTests
{
    private const string Pinned = "4846434C41494D3102000000000000000200000000000000020000003E23E8160039594A33894F6564E1B1348BBD7A0088D42C4ACB73EEAED59C009D7A88B792";
    private readonly MemoryDisk _volume = new();
    private readonly JournalScenario _first = new();
    private readonly JournalScenario _second = new();

    [Fact]
    public void A_process_that_was_taken_over_tells_nobody_that_anything_is_durable_and_stops()
    {
        var journal = OpenFirst();
        _first.AppendDurably(journal, "before");
        using var successor = OpenSecond();
        _first.Append(journal, "after");
        journal.WriteOnce();

        Assert.Equal(1, journal.DurableLsn);
        Assert.Equal(ErrorCodes.JournalDeposed, Assert.Single(_first.Completion.Failures).Code);
        Assert.Equal(ErrorCodes.JournalDeposed, Assert.IsType<JournalException>(Assert.Single(_first.Fatal)).Code);
        Assert.Equal(ErrorCodes.JournalDeposed, Assert.Throws<JournalException>(() => _first.Append(journal, "more")).Code);
    }

    [Fact]
    public void What_was_acknowledged_before_the_take_over_is_what_the_successor_reads()
    {
        var journal = OpenFirst();
        _first.AppendDurably(journal, "a", "b");
        using var successor = OpenSecond();
        Assert.Equal(["a", "b"], _second.Recovered.Select(r => r.Payload));
    }

    [Fact]
    public void Late_writes_of_a_process_that_was_taken_over_do_no_harm_to_what_its_successor_writes()
    {
        var journal = OpenFirst();
        _first.AppendDurably(journal, "a");
        var successor = OpenSecond();
        _second.AppendDurably(successor, "b");
        _first.Append(journal, "late, at the place where the successor would have gone on");
        journal.WriteOnce();
        _second.AppendDurably(successor, "c");
        _volume.EndProcess();

        using var third = OpenSecond();
        Assert.Equal(["a", "b", "c"], _second.Recovered.Select(r => r.Payload));
    }

    [Fact]
    public void A_process_that_was_taken_over_in_the_middle_of_a_group_that_needs_the_next_segment_leaves_it_to_its_successor()
    {
        var journal = OpenFirst();
        while (journal.SegmentCount == 1)
        {
            _first.AppendDurably(journal, new string('x', 500));
        }

        var successor = OpenSecond();
        var count = _second.Recovered.Count;
        _second.AppendDurably(successor, "b");
        for (var i = 0; i < 10; i++)
        {
            _first.Append(journal, new string('y', 1_000));
        }

        journal.WriteOnce();
        _volume.EndProcess();
        using var third = OpenSecond();
        Assert.Equal(count + 1, _second.Recovered.Count);
        Assert.Equal("b", _second.Recovered[^1].Payload);
    }

    [Fact]
    public void A_process_that_was_taken_over_trims_and_prepares_nothing()
    {
        var journal = OpenFirst();
        while (journal.SegmentCount < 3)
        {
            _first.AppendDurably(journal, new string('x', 500));
        }

        using var successor = OpenSecond();
        var names = _volume.List();
        Assert.Equal(ErrorCodes.JournalDeposed, Assert.Throws<JournalException>(() => journal.Trim(journal.DurableLsn)).Code);
        journal.PrepareOnce();
        journal.Dispose();
        Assert.Equal(names, _volume.List());
    }

    [Fact]
    public void Whoever_answers_from_memory_learns_that_the_folder_is_gone()
    {
        var journal = OpenFirst();
        Assert.True(journal.HoldsFolder());
        using var successor = OpenSecond();
        Assert.False(journal.HoldsFolder());
        Assert.Single(_first.Fatal);
        Assert.Equal(ErrorCodes.JournalDeposed, journal.Failure?.Code);
    }

    [Fact]
    public void On_the_same_machine_the_journal_goes_on_in_the_last_segment_because_its_lock_is_kept()
    {
        _first.AppendDurably(OpenFirst(), "a");
        _volume.EndProcess();
        using var journal = OpenFirst();
        Assert.Equal(1, journal.SegmentCount);
    }

    [Fact]
    public void On_another_machine_it_goes_on_in_the_last_segment_when_the_folder_was_given_up_in_good_order()
    {
        var journal = OpenFirst();
        _first.AppendDurably(journal, "a");
        journal.Dispose();
        using var successor = OpenSecond();
        Assert.Equal(1, successor.SegmentCount);
    }

    [Fact]
    public void On_another_machine_it_goes_on_in_a_segment_of_its_own_when_the_folder_was_not_given_up()
    {
        _first.AppendDurably(OpenFirst(), "a");
        _volume.EndProcess();
        using var successor = OpenSecond();
        Assert.Equal(2, successor.SegmentCount);
    }

    [Fact]
    public void A_take_over_that_came_to_no_end_is_one_for_the_next_process_too_on_whichever_machine()
    {
        var journal = OpenFirst();
        _first.AppendDurably(journal, "a");
        _volume.CapacityBytes = 0; // no room for a segment of its own
        Assert.Throws<IOException>(OpenSecond);
        _volume.CapacityBytes = long.MaxValue;

        var successor = OpenSecond();
        Assert.Equal(2, successor.SegmentCount);
        _second.AppendDurably(successor, "b");
        _first.Append(journal, "late");
        journal.WriteOnce();
        _volume.EndProcess();
        using var third = OpenSecond();
        Assert.Equal(["a", "b"], _second.Recovered.Select(r => r.Payload));
    }

    [Fact]
    public void Spares_from_before_a_take_over_are_not_used_again()
    {
        var journal = OpenFirst();
        _first.AppendDurably(journal, new string('x', 2_000));
        _first.AppendDurably(journal, new string('x', 500));
        Assert.True(journal.PrepareOnce());
        Assert.Contains(SegmentName.Spare(2), _volume.List());
        using var successor = OpenSecond();
        Assert.DoesNotContain(SegmentName.Spare(2), _volume.List());
    }

    [Fact]
    public void Names_of_files_made_after_a_take_over_tell_their_line()
    {
        Assert.True(SegmentName.TryParseSpare("0000000000000007-12.spare", out var line));
        Assert.Equal(12, line);
        Assert.Equal("0000000000000007-12.spare", SegmentName.Spare(7, 12));
        Assert.True(SegmentName.TryParseSpare("0000000000000007.spare", out line));
        Assert.Equal(0, line);
        Assert.False(SegmentName.TryParseSpare("0000000000000007-0.spare", out _));
        Assert.False(SegmentName.TryParseSegment("0000000000000007-12.log", out _));
    }

    [Fact]
    public void A_claim_is_pinned_byte_for_byte()
    {
        Span<byte> bytes = stackalloc byte[ClaimRecord.Bytes];
        ClaimRecord.None.Next("a").Next("b").Write(bytes);
        Assert.Equal(Pinned, Convert.ToHexString(bytes));
        Assert.True(ClaimRecord.Read(bytes).IsOf("b"));
    }

    [Fact]
    public void A_claim_that_cannot_be_read_counts_as_one_of_another_machine()
    {
        var unreadable = ClaimRecord.Read(new byte[ClaimRecord.Bytes]);
        Assert.Equal(ClaimState.Held, unreadable.State);
        Assert.False(unreadable.IsOf("a"));
    }

    private Journal OpenFirst() => _first.Open(new MachineDisk(_volume, "first"));

    private Journal OpenSecond() => _second.Open(new MachineDisk(_volume, "second"));
}
