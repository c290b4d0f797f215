namespace Holdfast.Reliability.Tests;

public sealed class ChaosTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(20);
    private readonly ChaosFolder _folder = new(Directory.CreateTempSubdirectory("holdfast-chaos-").FullName);

    [Fact]
    public async Task Nothing_is_lost_doubled_or_stuck_whatever_moment_a_process_is_killed_or_stopped_at()
    {
        ChaosRun run = new(_folder, seed: 1, TimeProvider.System);
        var verdict = await run.RunAsync(Duration);
        output.WriteLine($"{run}: {verdict}");
        Assert.Empty(verdict.Wrong);
        Assert.True(run.Kills > 0 && verdict.Workflows > 0, "nothing happened");
    }

    public void Dispose() => Directory.Delete(_folder.Path, recursive: true);
}
