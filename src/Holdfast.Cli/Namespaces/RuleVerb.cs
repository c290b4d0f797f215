using System.CommandLine;
using Holdfast.Cli.Runs;

namespace Holdfast.Cli.Namespaces;

/// <summary><c>holdfast rule</c>: rules that pause activities, live or at rest.</summary>
internal static class RuleVerb
{
    public static Command Create() => new("rule", "Creates, lists, shows and deletes rules that pause activities which are about to start, whether the host runs or not.")
    {
        RunAction.Complete(new Command("list", "Lists the rules of a namespace."), needsWorker: false, RuleListView.Write, static _ => new() { Verb = "rule-list" }),
        CreateRule(),
        RunAction.Complete(new Command("show", "Shows a rule.") { Id }, needsWorker: false, NamespaceView.Write, static parsed => new() { Verb = "rule-show", Name = parsed.GetRequiredValue(Id) }),
        RunAction.Complete(new Command("delete", "Deletes a rule; what it paused stays paused.") { Id }, needsWorker: false, NothingView.Write, static parsed => new() { Verb = "rule-delete", Name = parsed.GetRequiredValue(Id) }),
    };

    private static Argument<string> Id { get; } = new("id") { Description = "The rule's ID." };

    private static Command CreateRule()
    {
        Option<string?> activities = new("--activities") { Description = "What the activity must satisfy, such as \"ActivityType = 'Charge' AND ActivityAttempt > 2\"." };
        Option<string?> runs = new("--runs") { Description = "What its run must satisfy, such as \"WorkflowType = 'Order'\"." };
        Option<DateTimeOffset?> until = new("--until") { Description = "From when on the rule does nothing, such as 2026-03-01T12:00:00Z. Default: never." };
        Option<string?> description = new("--description") { Description = "What it is for; shown as the reason of pauses." };
        Command command = new("create", "Creates a rule: activities that satisfy it are paused instead of started.") { Id, activities, runs, until, description };
        return RunAction.Complete(command, needsWorker: false, NamespaceView.Write, parsed => new()
        {
            Verb = "rule-create",
            Name = parsed.GetRequiredValue(Id),
            ActivityFilter = parsed.GetValue(activities),
            Filter = parsed.GetValue(runs),
            ExpirationTime = parsed.GetValue(until),
            Description = parsed.GetValue(description),
        });
    }
}
