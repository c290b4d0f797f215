namespace Holdfast.Fuzzing.Tests;

public sealed class FuzzTests
{
    private const long Inputs = 2_000;

    public static TheoryData<string> Names => [.. FuzzTargets.All().Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Malformed_input_is_read_or_refused_with_a_code(string name)
    {
        using Watchdog watchdog = new();
        var target = FuzzTargets.Named(name);
        var finding = new FuzzRun(target, watchdog).Feed(0, Inputs / target.Cost);
        Assert.True(finding is null, finding?.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Inputs_begin_with_samples_that_are_valid(string name)
    {
        var target = FuzzTargets.Named(name);
        FuzzRun run = new(target);
        foreach (var sample in target.Samples)
        {
            Assert.Null(run.Feed(sample));
        }

        Assert.True(run.Accepted > 0 || name == "payloads", "none of the samples was read");
    }

    [Fact]
    public void The_same_number_gives_the_same_input()
    {
        foreach (var target in FuzzTargets.All())
        {
            Assert.Equal(new InputMaker(target).Make(17), new InputMaker(FuzzTargets.Named(target.Name)).Make(17));
        }
    }

    [Fact]
    public void A_reader_that_throws_something_else_is_found() => Assert.Contains("index", Find(input => _ = input[InputMaker.MaximumBytes]), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_reader_that_allocates_what_a_length_says_is_found() => Assert.Contains("allocate", Find(_ => GC.KeepAlive(new byte[1 << 20])), StringComparison.Ordinal);

    private static string Find(Action<byte[]> read) => new FuzzRun(new DelegateTarget(read)).Feed(0, 1)!.What;

    private sealed class DelegateTarget(Action<byte[]> read) : FuzzTarget("delegate")
    {
        public override IReadOnlyList<byte[]> Samples { get; } = [[1, 2, 3]];

        public override void Read(byte[] input) => read(input);
    }
}
