namespace Holdfast.Journaling.Tests;

public sealed class MemoryDiskTests
{
    private const int Sector = MemoryDisk.SectorBytes;

    [Fact]
    public void Flushed_bytes_and_names_survive_any_crash()
    {
        for (ulong seed = 0; seed < 100; seed++)
        {
            MemoryDisk disk = new();
            IDiskFile file = disk.Create("a");
            file.Write("durable"u8, 0);
            file.Flush();
            disk.FlushDirectory();
            disk.Crash(seed);
            Assert.Equal("durable"u8.ToArray(), disk.ReadAll("a"));
        }
    }

    [Fact]
    public void Crashes_keep_any_mixture_of_whole_sectors_written_since_the_flush()
    {
        HashSet<string> images = [];
        for (ulong seed = 0; seed < 300; seed++)
        {
            MemoryDisk disk = DiskWith("a", 2 * Sector);
            IDiskFile file = disk.Open("a");
            file.Write(Enumerable.Repeat((byte)1, 2 * Sector).ToArray(), 0);
            file.Write(Enumerable.Repeat((byte)2, 2 * Sector).ToArray(), 0);
            disk.Crash(seed);
            byte[] content = disk.ReadAll("a");
            Assert.Single(content.Take(Sector).Distinct());
            Assert.Single(content.Skip(Sector).Distinct());
            images.Add($"{content[0]}{content[^1]}");
        }

        Assert.Equal(9, images.Count);
    }

    [Fact]
    public void An_unflushed_rename_is_kept_or_undone_but_never_half()
    {
        HashSet<string> outcomes = [];
        for (ulong seed = 0; seed < 50; seed++)
        {
            MemoryDisk disk = DiskWith("a", Sector);
            disk.Rename("a", "b");
            disk.Crash(seed);
            outcomes.Add(Assert.Single(disk.List()));
        }

        Assert.Equal(["a", "b"], outcomes.Order());
    }

    [Fact]
    public void An_unflushed_replacement_leaves_the_old_file_or_the_new_one_under_the_name()
    {
        HashSet<string> outcomes = [];
        for (ulong seed = 0; seed < 50; seed++)
        {
            MemoryDisk disk = DiskWith("new", Sector);
            disk.Create("kept").Dispose();
            disk.FlushDirectory();
            disk.Replace("new", "kept");
            Assert.Equal(Sector, disk.ReadAll("kept").Length);
            disk.Crash(seed);
            outcomes.Add(string.Join(' ', disk.List().Select(name => $"{name} {disk.ReadAll(name).Length}")));
        }

        Assert.Equal(["kept 0 new 512", "kept 512"], outcomes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_failed_flush_leaves_bytes_that_can_be_read_but_that_no_later_flush_saves()
    {
        bool lost = false;
        for (ulong seed = 0; seed < 20; seed++)
        {
            MemoryDisk disk = DiskWith("a", Sector);
            IDiskFile file = disk.Open("a");
            file.Write([9], 0);
            disk.FailFlush(after: 0, seed);
            Assert.Throws<IOException>(file.Flush);
            Assert.Equal(9, disk.ReadAll("a")[0]);
            file.Flush();
            disk.Crash(seed);
            lost |= disk.ReadAll("a")[0] == 0;
        }

        Assert.True(lost);
    }

    [Fact]
    public void A_crash_ends_handles_and_the_lock()
    {
        MemoryDisk disk = DiskWith("a", Sector);
        IDiskFile file = disk.Open("a");
        IDisposable held = disk.Lock();
        Assert.Throws<JournalException>(disk.Lock);
        disk.Crash(1);
        Assert.Throws<IOException>(() => file.Write([1], 0));
        using IDisposable next = disk.Lock();
        held.Dispose();
        Assert.Throws<JournalException>(disk.Lock);
    }

    [Fact]
    public void A_write_beyond_the_capacity_fails()
    {
        MemoryDisk disk = new() { CapacityBytes = 10 };
        IDiskFile file = disk.Create("a");
        file.Write(new byte[10], 0);
        Assert.Throws<IOException>(() => file.Write([1], 10));
        file.Write([1], 9);
    }

    [Fact]
    public void A_copy_lives_and_crashes_on_its_own()
    {
        MemoryDisk disk = new();
        disk.Create("unflushed").Write([1], 0);
        MemoryDisk copy = disk.Copy();
        copy.Open("unflushed").Write([2], 0);
        copy.FlushDirectory();
        Assert.Equal([1], disk.ReadAll("unflushed"));
        Assert.Equal([2], copy.ReadAll("unflushed"));
    }

    private static MemoryDisk DiskWith(string name, int zeros)
    {
        MemoryDisk disk = new();
        IDiskFile file = disk.Create(name);
        file.Write(new byte[zeros], 0);
        file.Flush();
        disk.FlushDirectory();
        return disk;
    }
}
