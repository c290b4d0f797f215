using System.Globalization;
using System.Text.Json;
using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Ledger;
using Holdfast.Cli.Demo.Tools;
using Spectre.Console;

namespace Holdfast.Cli.Demo.Proof;

/// <summary>The proof: an undisturbed run, a run that is killed again and again, and the comparison of both by what stands outside Holdfast.</summary>
internal sealed class ProofRunner(IAnsiConsole console, ProofOptions options, TimeProvider timeProvider)
{
    private const string ControlName = "undisturbed";
    private const string KilledName = "killed";

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        SurveyedFolder folder = new(options.Folder);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]Proof:[/] an agent surveys {folder.Root} and is killed {options.Kills} times (seed {options.Seed}).");
        EmptyWorkFolder();
        var control = ProofRun.Prepare(options.WorkFolder, ControlName, folder);
        var killed = ProofRun.Prepare(options.WorkFolder, KilledName, folder);
        var controlTime = await TimeAsync(() => RunUndisturbedAsync(control, cancellationToken));
        var controlFindings = LedgerChecker.Check(control.ReadLedger());
        console.MarkupLineInterpolated($"undisturbed: {controlFindings}");
        KillPlan plan = new(options.Kills, controlFindings.Calls(CallKind.Model) + controlFindings.Calls(CallKind.Tool), options.Seed);
        var killedTime = await TimeAsync(() => new KilledRun(killed, plan, options.Seed, timeProvider, ShowKill).RunAsync(options.Kills, cancellationToken));
        var summary = Summarize(control, controlFindings, killed, plan, controlTime, killedTime);
        ProofTable.Write(console, summary);
        await WriteJsonAsync(summary, cancellationToken);
        console.MarkupLineInterpolated($"[grey]Ledgers, reports and data: {options.WorkFolder}[/]");
        return summary.IsProved ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>Removes what an earlier proof left, and nothing else.</summary>
    private void EmptyWorkFolder()
    {
        Directory.CreateDirectory(options.WorkFolder);
        if (Directory.EnumerateFileSystemEntries(options.WorkFolder).FirstOrDefault(entry => Path.GetFileName(entry) is not (ControlName or KilledName)) is { } foreign)
        {
            throw new ProofException($"{options.WorkFolder} holds {Path.GetFileName(foreign)}, which no proof has left there. Choose another folder with --data.");
        }

        Directory.Delete(options.WorkFolder, recursive: true);
    }

    private static async Task RunUndisturbedAsync(ProofRun run, CancellationToken cancellationToken)
    {
        using var child = ChildProcess.Start(run.SettingsPath, seed: 0);
        await child.WaitForSuccessAsync(cancellationToken);
    }

    private async Task<TimeSpan> TimeAsync(Func<Task> run)
    {
        var begun = timeProvider.GetTimestamp();
        await run();
        return timeProvider.GetElapsedTime(begun);
    }

    private void ShowKill(KillReport kill) =>
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"kill {kill.Number,3}  {ProofTable.NameOf(kill.Hit),-30} [grey]{kill.EndedCalls} calls had ended{(kill.Hit == kill.Wanted ? string.Empty : $"; aimed at: {ProofTable.NameOf(kill.Wanted)}")}{(kill.Number > options.Kills ? "; extra, to hit a missed phase" : string.Empty)}[/]");

    private ProofSummary Summarize(ProofRun control, LedgerFindings controlFindings, ProofRun killed, KillPlan plan, TimeSpan controlTime, TimeSpan killedTime)
    {
        var findings = LedgerChecker.Check(killed.ReadLedger());
        var (controlReport, killedReport) = (control.ReadReport(), killed.ReadReport());
        var failures = ProofVerdict.FailuresOf(controlFindings, findings, controlReport, killedReport, plan, options.Kills);
        return new ProofSummary
        {
            IsProved = failures.Count == 0,
            Failures = failures,
            Seed = options.Seed,
            WantedKills = options.Kills,
            Kills = plan.KillCount,
            KillsByPhase = plan.Hits,
            ModelCalls = new CallCount(findings.Calls(CallKind.Model), findings.Attempts(CallKind.Model)),
            ToolCalls = new CallCount(findings.Calls(CallKind.Tool), findings.Attempts(CallKind.Tool)),
            InFlightRepeats = findings.AllowedRepeats,
            RepeatsAfterEnd = findings.RepeatsAfterEnd,
            ForbiddenRepeats = findings.ForbiddenRepeats,
            MostKeysPerCall = findings.MostKeysPerCall,
            IsReportIdentical = controlReport.AsSpan().SequenceEqual(killedReport),
            ControlSeconds = controlTime.TotalSeconds,
            KilledSeconds = killedTime.TotalSeconds,
        };
    }

    private async Task WriteJsonAsync(ProofSummary summary, CancellationToken cancellationToken)
    {
        if (options.JsonPath is { } path)
        {
            await File.WriteAllTextAsync(path, JsonSerializer.Serialize(summary, ProofJson.Default.ProofSummary) + "\n", cancellationToken);
        }
    }
}
