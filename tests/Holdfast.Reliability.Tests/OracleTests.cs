namespace Holdfast.Reliability.Tests;

public sealed class OracleTests(ITestOutputHelper output) : IDisposable
{
    private const int LeastSequences = 12;
    private const int MostSequences = 60;
    private readonly string _folder = Directory.CreateTempSubdirectory("holdfast-oracle-").FullName;

    /// <summary>An event type or a method of the service that is new fails here until a sequence reaches it: add it to the model, or to <see cref="OracleCoverage"/> with the reason.</summary>
    [Fact]
    public async Task Engines_answer_and_show_what_the_model_does_whatever_can_be_done()
    {
        OracleSession session = new(_folder);
        for (var seed = 1; seed <= LeastSequences || (seed <= MostSequences && session.Missing().Count > 0); seed++)
        {
            await session.RunAsync(seed);
        }

        output.WriteLine($"{session.Operations} operations; refusals {string.Join(' ', session.Refusals)}");
        Assert.Empty(session.Missing());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
