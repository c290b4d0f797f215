using Holdfast.Agents;
using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Running;
using Spectre.Console;

namespace Holdfast.Cli.Demo.View;

/// <summary>Shows a survey: a line for each step, marked as new or remembered, and in a terminal a last line with what is under way.</summary>
internal sealed class SurveyView(IAnsiConsole console)
{
    private readonly SurveyTotals _totals = new();
    private int _underWay;

    /// <summary>The calls made and remembered so far.</summary>
    public SurveyTotals Totals => _totals;

    /// <summary>Shows what happens until a person is needed or the run is closed.</summary>
    /// <returns>The approval that is wanted; null when the run is closed.</returns>
    public async Task<ApprovalRequest?> ShowAsync(IAsyncEnumerator<SurveyEvent> events)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            return await ShowAsync(events, static _ => { });
        }

        return await console.Status().Spinner(Spinner.Known.Dots).StartAsync("…", context => ShowAsync(events, line => context.Status(line)));
    }

    private async Task<ApprovalRequest?> ShowAsync(IAsyncEnumerator<SurveyEvent> events, Action<string> showStatus)
    {
        while (await events.MoveNextAsync())
        {
            _totals.Take(events.Current);
            Show(events.Current);
            if (events.Current is SurveyEvent.ApprovalWanted wanted)
            {
                return wanted.Request;
            }

            showStatus(Markup.Escape($"{_underWay} under way · {_totals}"));
        }

        return null;
    }

    private void Show(SurveyEvent happened)
    {
        switch (happened)
        {
            case SurveyEvent.CallRemembered call:
                console.MarkupLine($"[grey]remembered  {Markup.Escape(LineOf(call.Kind, call.Title, call.Summary))}[/]");
                break;
            case SurveyEvent.CallBegan call:
                _underWay++;
                ShowAgain(call);
                break;
            case SurveyEvent.CallMade { Call: var call }:
                _underWay--;
                console.MarkupLine($"[green]new[/]         {Markup.Escape(LineOf(call.Start.Kind, call.Start.Title, call.Failure is null ? call.Summary : "failed: " + call.Failure))} [grey]{call.Duration.TotalMilliseconds:N0} ms[/]");
                break;
            case SurveyEvent.RestBegan rest:
                console.MarkupLine($"[blue]waiting[/]     durable timer of {rest.Duration.TotalSeconds:0.#} s");
                break;
            case SurveyEvent.RestEnded:
                console.MarkupLine("[blue]waiting[/]     ended");
                break;
        }
    }

    private void ShowAgain(SurveyEvent.CallBegan began)
    {
        if (began.IsAgain)
        {
            console.MarkupLine($"[yellow]again[/]       {Markup.Escape(began.Call.Title)} [grey]was under way when the process was killed; same idempotency key[/]");
        }
    }

    private static string LineOf(CallKind kind, string title, string summary) =>
        kind == CallKind.Model ? $"{title,-14} {summary}" : $"  tool         {title} {summary}".TrimEnd();
}
