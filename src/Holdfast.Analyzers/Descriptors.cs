using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers;

/// <summary>The diagnostics' texts. Of those about workflow code, the last argument is the way by which workflow code gets there.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor Clock = WorkflowCode(
        DiagnosticIds.Clock, "Workflow code reads the time from its history", "'{0}' reads the machine's clock, which shows another time at replay: use Workflow.UtcNow{1}");

    public static readonly DiagnosticDescriptor Randomness = WorkflowCode(
        DiagnosticIds.Randomness, "Workflow code draws random numbers from its history", "'{0}' is random, so a replay goes another way: use Workflow.Random{1}");

    public static readonly DiagnosticDescriptor NewGuid = WorkflowCode(
        DiagnosticIds.NewGuid, "Workflow code makes GUIDs from its history", "'{0}' gives another GUID at replay: use Workflow.NewGuid(){1}");

    public static readonly DiagnosticDescriptor OtherThread = WorkflowCode(
        DiagnosticIds.OtherThread, "Workflow code stays on its scheduler", "'{0}' leaves the workflow's scheduler, so the order of steps is left to chance: call async methods directly or with Workflow.RunTaskAsync, and put work into an activity{1}");

    public static readonly DiagnosticDescriptor Lock = WorkflowCode(
        DiagnosticIds.Lock, "Workflow code needs no locks", "'{0}' may block the thread that all runs share: workflow code runs on one thread, and WorkflowMutex and WorkflowSemaphore keep its branches apart{1}");

    public static readonly DiagnosticDescriptor Timer = WorkflowCode(
        DiagnosticIds.Timer, "Workflow code waits with durable timers", "'{0}' starts a timer of the process, which does not survive it and is not in the history: use Workflow.DelayAsync or Workflow.RunWithTimeoutAsync, or pass Workflow.TimeProvider{1}");

    public static readonly DiagnosticDescriptor ConfigureAwait = WorkflowCode(
        DiagnosticIds.ConfigureAwait, "Workflow code goes on where it awaited", "'{0}' lets the code go on outside the workflow's scheduler: remove it{1}");

    public static readonly DiagnosticDescriptor BlockingWait = WorkflowCode(
        DiagnosticIds.BlockingWait, "Workflow code awaits and never blocks", "'{0}' blocks the thread that would bring the result: use await{1}");

    public static readonly DiagnosticDescriptor WhenAny = WorkflowCode(
        DiagnosticIds.WhenAny, "Workflow code waits for the first of several tasks through the SDK", "'{0}' may decide the first task outside the workflow's scheduler: use Workflow.WhenAnyAsync{1}");

    public static readonly DiagnosticDescriptor InputOutput = WorkflowCode(
        DiagnosticIds.InputOutput, "Workflow code does no input and output", "'{0}' reaches outside the process, and would again at every replay: put it into an activity{1}");

    public static readonly DiagnosticDescriptor Network = WorkflowCode(
        DiagnosticIds.Network, "Workflow code does not use the network", "'{0}' uses the network, and would again at every replay: put it into an activity{1}");

    public static readonly DiagnosticDescriptor MachineEnvironment = WorkflowCode(
        DiagnosticIds.MachineEnvironment, "Workflow code does not look at its machine", "'{0}' depends on the machine, and a replay may run on another: pass the value as an argument or read it in an activity{1}");

    public static readonly DiagnosticDescriptor MutableStatic = WorkflowCode(
        DiagnosticIds.MutableStatic, "Workflow code uses no static state that changes", "'{0}' is static and can change, so a run depends on other runs and on the process: keep it in the workflow, or make it read-only{1}");

    public static readonly DiagnosticDescriptor UnorderedIteration = WorkflowCode(
        DiagnosticIds.UnorderedIteration, "Workflow code takes durable steps in a stable order", "The order of '{0}' differs between processes, and the steps taken for its elements with it: sort it first, or use a collection that keeps its order{1}");

    public static readonly DiagnosticDescriptor DroppedTask = WorkflowCode(
        DiagnosticIds.DroppedTask, "Workflow code awaits what it starts", "The task of '{0}' is dropped, so the run may end before it, and nobody sees it fail: await it, or assign it to _ if that is meant{1}");

    public static readonly DiagnosticDescriptor EndlessLoop = WorkflowCode(
        DiagnosticIds.EndlessLoop, "An endless workflow continues as new", "This loop never ends, and its history grows until the run is stopped: leave it with Workflow.ContinueAsNew when Workflow.Info.SuggestContinueAsNew is true{0}");

    public static readonly DiagnosticDescriptor ReadOnlyCode = WorkflowCode(
        DiagnosticIds.ReadOnlyCode, "Queries, validators and conditions change nothing", "{0} in {1}, which may look but must change nothing{2}");

    public static readonly DiagnosticDescriptor PayloadType = Create(
        DiagnosticIds.PayloadType, "Arguments and results can be serialised", "{0} of '{1}' cannot be serialised and read again: {2}", "Holdfast.Contracts");

    public static readonly DiagnosticDescriptor AsyncVoid = WorkflowCode(
        DiagnosticIds.AsyncVoid, "Workflow code returns its tasks", "'{0}' is async void, so nobody waits for it or sees it fail: return Task{1}");

    public static readonly DiagnosticDescriptor ForbiddenByConfiguration = WorkflowCode(
        DiagnosticIds.ForbiddenByConfiguration, "Workflow code does not use what the project forbids", "'{0}' is in holdfast.forbidden_members: workflow code must not use it{1}");

    public static readonly DiagnosticDescriptor HashCode = WorkflowCode(
        DiagnosticIds.HashCode, "Workflow code does not use hash codes", "'{0}' differs between processes: use a hash function with a fixed result, or compare{1}");

    public static readonly DiagnosticDescriptor ContractMissing = Contract(
        DiagnosticIds.ContractMissing, "A contract is written down", "holdfast.contracts.txt lacks: {0}");

    public static readonly DiagnosticDescriptor ContractBroken = Contract(
        DiagnosticIds.ContractBroken, "A contract is not broken", "Runs, callers and workers that know '{0}' do not understand '{1}': add a new name beside it, or change the line in holdfast.contracts.txt when nothing uses the old one any more");

    public static readonly DiagnosticDescriptor ContractRemoved = ContractAtEnd(
        DiagnosticIds.ContractRemoved, "A contract is kept while it is used", "The code no longer has '{0}': keep it while runs or callers may use it, or remove the line");

    public static readonly DiagnosticDescriptor ContractOutdated = Contract(
        DiagnosticIds.ContractOutdated, "Written contracts are those of the code", "'{0}' has become '{1}', which those that know the old one understand: update holdfast.contracts.txt");

    public static readonly DiagnosticDescriptor ContractUnreadable = ContractAtEnd(
        DiagnosticIds.ContractUnreadable, "Lines of contracts can be read", "{0}: write the line as the code fix or the rewriting test does");

    private const string HelpRoot = "https://github.com/holdfast-dev/holdfast/blob/main/docs/analyzers/";

    private static DiagnosticDescriptor WorkflowCode(string id, string title, string message) => Create(id, title, message, "Holdfast.Determinism");

    private static DiagnosticDescriptor Contract(string id, string title, string message) => Create(id, title, message, "Holdfast.Contracts");

    /// <summary>A diagnostic that needs all of the code to be seen.</summary>
    private static DiagnosticDescriptor ContractAtEnd(string id, string title, string message) => Create(id, title, message, "Holdfast.Contracts", WellKnownDiagnosticTags.CompilationEnd);

    private static DiagnosticDescriptor Create(string id, string title, string message, string category, params string[] tags) =>
        new(id, title, message, category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpRoot + id + ".md", customTags: tags);
}
