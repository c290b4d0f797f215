namespace Holdfast.Cli.Demo.Proof;

/// <summary>Starts the agent again and again and kills it, as planned, until it has finished despite the kills.</summary>
internal sealed class KilledRun(ProofRun run, KillPlan plan, int seed, TimeProvider timeProvider, Action<KillReport> report)
{
    // Beyond the wanted kills, to hit a phase that was missed.
    private const int MaxExtraKills = 40;

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan MaxWaitForPhase = TimeSpan.FromSeconds(60);

    private readonly RunWatch _watch = new(run.Settings);

    /// <summary>Kills, and then lets the agent finish.</summary>
    /// <param name="wantedKills">Kills wanted.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ProofException">A child failed, or the agent does not get on.</exception>
    public async Task RunAsync(int wantedKills, CancellationToken cancellationToken)
    {
        while (!plan.IsDone && plan.KillCount < wantedKills + MaxExtraKills)
        {
            using var child = ChildProcess.Start(run.SettingsPath, seed + plan.KillCount);
            if (!await KillAsync(child, cancellationToken))
            {
                await child.WaitForSuccessAsync(cancellationToken);
                return;
            }
        }

        using var last = ChildProcess.Start(run.SettingsPath, seed + plan.KillCount);
        await last.WaitForSuccessAsync(cancellationToken);
    }

    /// <summary>Waits for the moment, and kills.</summary>
    /// <returns>False when the child ended by itself before.</returns>
    private async Task<bool> KillAsync(ChildProcess child, CancellationToken cancellationToken)
    {
        var wanted = plan.NextPhase();
        if (await WaitForAsync(wanted, child, cancellationToken) is not { } phase)
        {
            return false;
        }

        var delay = plan.NextDelay(phase, _watch.EndedCalls);
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, timeProvider, cancellationToken);
        }

        if (child.HasExited)
        {
            return false;
        }

        await child.KillAsync();
        var hit = _watch.Look(child.Id);
        plan.Count(hit);
        report(new KillReport(plan.KillCount, wanted, hit, _watch.EndedCalls));
        return true;
    }

    private async Task<KillPhase?> WaitForAsync(KillPhase wanted, ChildProcess child, CancellationToken cancellationToken)
    {
        var begun = timeProvider.GetTimestamp();
        while (!child.HasExited)
        {
            var phase = _watch.Look(child.Id);
            var isFarEnough = wanted == KillPhase.Starting || _watch.EndedCalls >= plan.Threshold;
            if ((isFarEnough && phase == wanted) || (plan.MustHurry(_watch.EndedCalls) && phase is KillPhase.ModelCall or KillPhase.ToolCall))
            {
                return phase;
            }

            if (timeProvider.GetElapsedTime(begun) > MaxWaitForPhase)
            {
                throw new ProofException($"The agent did not come to '{wanted}' within {MaxWaitForPhase.TotalSeconds:N0} s; {_watch.EndedCalls} calls had ended.");
            }

            await Task.Delay(LookInterval, timeProvider, cancellationToken);
        }

        return null;
    }
}
