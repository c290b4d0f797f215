using System.Text.Json;
using Holdfast.Cli.Demo.Ledger;
using Holdfast.Cli.Demo.Running;

namespace Holdfast.Cli.Demo.Proof;

/// <summary>A process that goes on with the survey until it ends, or until it is killed.</summary>
internal static class ProofChild
{
    /// <summary>Runs it.</summary>
    /// <param name="settingsPath">A file with <see cref="ChildSettings"/>.</param>
    /// <param name="seed">Seed of the latencies.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string settingsPath, int seed, CancellationToken cancellationToken)
    {
        var settings = JsonSerializer.Deserialize(await File.ReadAllTextAsync(settingsPath, cancellationToken), ProofJson.Default.ChildSettings)!;
        using CallLedger ledger = new(settings.LedgerPath, Environment.ProcessId);
        using WaitLog waits = new(settings.WaitLogPath, Environment.ProcessId, ledger);
        SurveySession session = new(settings.ToSurveySettings(seed), ledger, new HashSet<string>());
        await using (session)
        {
            await session.BeginAsync(isFresh: false, cancellationToken);
            await foreach (var happened in session.WatchAsync(cancellationToken))
            {
                waits.Take(happened);
            }

            await session.Run.ResultAsync(cancellationToken: cancellationToken);
            return ExitCode.Success;
        }
    }
}
