namespace Holdfast.Reliability.Tests;

public sealed class OracleTests(ITestOutputHelper output) : IDisposable
{
    private const int Sequences = 20;
    private readonly string _folder = Directory.CreateTempSubdirectory("holdfast-oracle-").FullName;

    [Fact]
    public async Task Engines_answer_and_show_what_the_model_does()
    {
        await using var session = await OracleSession.StartAsync(_folder);
        for (var seed = 1; seed <= Sequences; seed++)
        {
            await session.RunAsync(seed);
        }

        output.WriteLine($"{session.Operations} operations; refusals {string.Join(' ', session.Refusals)}");
        Assert.Empty(session.Missing());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
