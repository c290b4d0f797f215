using System.Globalization;
using Spectre.Console;

namespace Holdfast.Cli.Demo.Proof;

/// <summary>Shows what a proof came to.</summary>
internal static class ProofTable
{
    public static void Write(IAnsiConsole console, ProofSummary summary)
    {
        var table = new Table().Border(TableBorder.Ascii2).AddColumns("what", "count", "must be");
        Add(table, "kills (SIGKILL)", summary.Kills, $"at least {summary.WantedKills}");
        foreach (var (phase, kills) in summary.KillsByPhase)
        {
            Add(table, "  " + NameOf(phase), kills, "at least 1");
        }

        Add(table, "model calls", summary.ModelCalls.Calls, "as undisturbed");
        Add(table, "  attempts", summary.ModelCalls.Attempts);
        Add(table, "tool calls", summary.ToolCalls.Calls, "as undisturbed");
        Add(table, "  attempts", summary.ToolCalls.Attempts);
        Add(table, "calls repeated that were in flight at a kill", summary.InFlightRepeats);
        Add(table, "  of these with a result that nothing had used", summary.RepeatsAfterEnd);
        Add(table, "calls repeated after their result was used", summary.ForbiddenRepeats, "0");
        Add(table, "most idempotency keys of one call", summary.MostKeysPerCall, "1");
        table.AddRow("report identical to the undisturbed run's", summary.IsReportIdentical ? "yes" : "no", "yes");
        table.AddRow("seconds, undisturbed", summary.ControlSeconds.ToString("N1", CultureInfo.InvariantCulture), string.Empty);
        table.AddRow("seconds, with kills", summary.KilledSeconds.ToString("N1", CultureInfo.InvariantCulture), string.Empty);
        console.Write(table);
        foreach (var failure in summary.Failures)
        {
            console.MarkupLineInterpolated($"[red]NOT PROVED[/] {failure}");
        }

        console.MarkupLine(summary.IsProved ? "[green]PROVED[/]: no call was made again once its result was used, and the report is the same." : "[red]The proof failed.[/]");
    }

    /// <summary>A phase in words.</summary>
    public static string NameOf(KillPhase phase) => phase switch
    {
        KillPhase.Starting => "starting up",
        KillPhase.ModelCall => "in a model call",
        KillPhase.ToolCall => "in tool calls",
        KillPhase.Waiting => "waiting for approval or timer",
        _ => "between steps",
    };

    private static void Add(Table table, string what, int count, string mustBe = "") => table.AddRow(what, count.ToString(CultureInfo.InvariantCulture), mustBe);
}
