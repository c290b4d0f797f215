namespace Holdfast.Protocol.Tests;

public sealed class RunIdTests
{
    [Fact]
    public void Run_IDs_sort_by_the_time_of_their_start()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var runIds = Enumerable.Range(0, 100).Select(i => new RunId(Guid.CreateVersion7(start.AddMilliseconds(i)))).ToList();

        Assert.Equal(runIds, runIds.AsEnumerable().Reverse().Order());
    }

    [Fact]
    public void Text_form_is_read_back()
    {
        var runId = RunId.Parse("0199b0c4-7d2e-7c3a-9f10-6a3e0c5d8b21");

        Assert.Equal("0199b0c4-7d2e-7c3a-9f10-6a3e0c5d8b21", runId.ToString());
        Assert.Equal(string.Empty, RunId.None.ToString());
    }

    [Fact]
    public void What_is_no_UUID_is_refused() =>
        Assert.Equal(ErrorCodes.InvalidArgument, Assert.Throws<HoldfastException>(() => RunId.Parse("order-1")).Code);
}
