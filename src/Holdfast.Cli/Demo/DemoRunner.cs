using System.Globalization;
using Holdfast.Agents;
using Holdfast.Cli.Demo.Agent;
using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Ledger;
using Holdfast.Cli.Demo.Running;
using Holdfast.Cli.Demo.Tools;
using Holdfast.Cli.Demo.View;
using Spectre.Console;

namespace Holdfast.Cli.Demo;

/// <summary>The demonstration as a person sees it.</summary>
internal sealed class DemoRunner(IAnsiConsole console, DemoOptions options)
{
    // So that there is something to watch, and time to kill it.
    private static readonly CallLatency ModelLatency = new(300, 900);
    private static readonly CallLatency ToolLatency = new(50, 250);

    private readonly SurveyView _view = new(console);

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        SurveyedFolder folder = new(options.Folder);
        DemoFolder data = new(Path.GetFullPath(options.DataFolder));
        var subject = data.FindSubject();
        if (!options.IsFresh && subject is not null && !string.Equals(subject, folder.Root, StringComparison.Ordinal))
        {
            console.MarkupLineInterpolated($"[red]The run in {data.Path} surveys {subject}, not {folder.Root}.[/] Use --folder {subject} to go on with it, --fresh to begin anew, or another --data folder.");
            return ExitCode.Usage;
        }

        var settings = SettingsOf(folder, data);
        var beginsRun = options.IsFresh || subject is null;
        if (beginsRun)
        {
            data.BeginRun(folder.Root);
        }

        var begunBefore = data.ReadBegunKeys();
        using CallLedger ledger = new(data.LedgerPath, Environment.ProcessId);
        SurveySession session = new(settings, ledger, begunBefore);
        await using (session)
        {
            try
            {
                return await RunAsync(session, settings, data, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                console.MarkupLine("Interrupted. The same command goes on where it stopped.");
                return ExitCode.Interrupted;
            }
        }
    }

    private async Task<int> RunAsync(SurveySession session, SurveySettings settings, DemoFolder data, CancellationToken cancellationToken)
    {
        ShowBeginning(await session.BeginAsync(options.IsFresh, cancellationToken), settings, data);
        var events = session.WatchAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (events)
        {
            while (await _view.ShowAsync(events) is { } request)
            {
                var resolution = MayAsk ? await new ApprovalPrompt(console).AskAsync(request, cancellationToken) : request.Approve("--yes");
                await session.ResolveAsync(resolution, cancellationToken);
                console.MarkupLineInterpolated($"[blue]approval[/]    {request.Tool}: {TextOf(resolution.Decision)}");
            }
        }

        ShowEnd(await session.Run.ResultAsync(cancellationToken: cancellationToken), settings, data);
        return ExitCode.Success;
    }

    private string TextOf(ApprovalDecision decision) => decision switch
    {
        ApprovalDecision.Reject => "rejected",
        ApprovalDecision.Edit => "approved, with another path",
        _ when options.IsYes => "approved (--yes)",
        _ => MayAsk ? "approved" : "approved (there is no terminal to ask in)",
    };

    private bool MayAsk => !options.IsYes && console.Profile.Capabilities.Interactive;

    private SurveySettings SettingsOf(SurveyedFolder folder, DemoFolder data) => new()
    {
        Folder = folder.Root,
        ReportPath = data.ReportPathIn(folder),
        DataFolder = data.Path,
        Model = options.Model,
        Pauses = SurveyPauses.Default,
        ModelLatency = ModelLatency,
        ToolLatency = string.Equals(options.Model, SurveyAgent.ScriptedModel, StringComparison.OrdinalIgnoreCase) ? ToolLatency : CallLatency.None,
        Seed = Environment.ProcessId,
    };

    private void ShowBeginning(SurveyBeginning beginning, SurveySettings settings, DemoFolder data)
    {
        console.MarkupLineInterpolated($"[bold]An agent surveys {settings.Folder}[/]");
        console.MarkupLineInterpolated($"  model   {settings.Model}{(settings.IsScripted ? " (offline)" : string.Empty)}");
        console.MarkupLineInterpolated($"  data    {data.Path}");
        if (beginning != SurveyBeginning.EndedBefore)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  kill it [bold]kill -9 {Environment.ProcessId}[/] in another terminal, or Ctrl-C here. The same command then goes on where it stopped.");
        }

        console.WriteLine();
        if (beginning == SurveyBeginning.Resumed)
        {
            console.MarkupLine("[bold]It goes on where it stopped.[/] What is remembered is not done again:");
        }
    }

    private void ShowEnd(SurveyResult result, SurveySettings settings, DemoFolder data)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{result.Answer}[/]");
        if (result.ReportPath is not null)
        {
            console.MarkupLineInterpolated($"  report  {Path.Combine(settings.Folder, result.ReportPath)}");
        }

        console.MarkupLineInterpolated($"  {_view.Totals}");
        var findings = LedgerChecker.Check(LedgerReader.ReadAll(data.LedgerPath));
        console.MarkupLineInterpolated($"  ledger  {data.LedgerPath}: {findings}");
        foreach (var fault in findings.Faults)
        {
            console.MarkupLineInterpolated($"  [red]{fault.Rule}: {fault.Message}[/]");
        }

        if (_view.Totals.Made(CallKind.Model) == 0)
        {
            console.MarkupLine("The run had ended before; nothing was done again. [bold]--fresh[/] begins a new one.");
        }
    }
}
