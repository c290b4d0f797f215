using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>
/// Random sequences of operations against the model, an engine in memory and an engine on a disk. After each operation the answers and all that can be seen are compared.
/// </summary>
internal sealed class OracleSession : IAsyncDisposable
{
    private const int OperationsPerSequence = 60;

    /// <summary>How long a reset may take until what it carried over is done again: 30 s.</summary>
    private static readonly TimeSpan MostForReset = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(2);

    /// <summary>What the operations can leave in histories. A session that has not seen them all proves too little.</summary>
    private static readonly EventType[] ExpectedEvents =
    [
        EventType.WorkflowExecutionStarted, EventType.WorkflowExecutionCompleted, EventType.WorkflowExecutionFailed, EventType.WorkflowExecutionCanceled, EventType.WorkflowExecutionTerminated,
        EventType.WorkflowExecutionSignaled, EventType.WorkflowExecutionCancelRequested, EventType.WorkflowExecutionPaused, EventType.WorkflowExecutionUnpaused,
        EventType.WorkflowExecutionUpdateAccepted, EventType.WorkflowExecutionUpdateCompleted, EventType.WorkflowExecutionUpdateAdmitted,
        EventType.WorkflowTaskScheduled, EventType.WorkflowTaskStarted, EventType.WorkflowTaskCompleted, EventType.WorkflowTaskFailed,
        EventType.ActivityTaskScheduled, EventType.ActivityTaskStarted, EventType.ActivityTaskCompleted, EventType.TimerStarted, EventType.TimerFired,
    ];

    private readonly EngineSubject[] _engines;
    private readonly HashSet<OperationKind> _succeeded = [];
    private readonly HashSet<string> _refusals = new(StringComparer.Ordinal);

    private OracleSession(EngineSubject[] engines) => _engines = engines;

    public int Operations { get; private set; }

    /// <summary>The codes of refusals that were compared.</summary>
    public IReadOnlyCollection<string> Refusals => _refusals;

    /// <summary>Starts the engines.</summary>
    /// <param name="dataFolder">Of the one on a disk.</param>
    public static async Task<OracleSession> StartAsync(string dataFolder) =>
        new([await EngineSubject.StartAsync("engine in memory", dataFolder: null), await EngineSubject.StartAsync("engine on a disk", dataFolder)]);

    /// <summary>Runs one sequence.</summary>
    /// <exception cref="OracleFailure">An engine answered otherwise than the model.</exception>
    public async Task RunAsync(int seed)
    {
        var ids = OperationDraw.WorkflowIds(seed);
        ReferenceModel model = new(ids);
        OperationDraw draw = new(seed, ids, model);
        List<string> done = [];
        Array.ForEach(_engines, e => e.BeginSequence());
        for (var i = 0; i < OperationsPerSequence; i++)
        {
            var operation = draw.Next();
            if (operation.Kind is OperationKind.Delete or OperationKind.Reset)
            {
                await NoteEventsAsync([operation.WorkflowId]);
            }

            var expected = model.Apply(operation);
            done.Add($"{operation} -> {expected.Text}");
            foreach (var engine in _engines)
            {
                Require(engine, seed, done, "answers", expected.Text, (await engine.ApplyAsync(operation, expected.Closes)).Text);
                await RequireStateAsync(engine, seed, done, model.State(), ids, operation.Kind == OperationKind.Reset ? MostForReset : TimeSpan.Zero);
            }

            Note(operation, expected);
        }

        await NoteEventsAsync(ids);
    }

    /// <summary>What the session did not reach; empty when it counts.</summary>
    public IReadOnlyList<string> Missing() =>
    [
        .. Enum.GetValues<OperationKind>().Where(k => k != OperationKind.RejectedUpdate && !_succeeded.Contains(k)).Select(k => $"no {k} has succeeded"),
        .. _engines.SelectMany(e => ExpectedEvents.Where(t => !e.EventTypes.Contains(t)).Select(t => $"the {e.Name} has no {t}")),
    ];

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in _engines)
        {
            await engine.DisposeAsync();
        }
    }

    private void Note(Operation operation, Answer answer)
    {
        Operations++;
        if (answer.IsRefusal)
        {
            _refusals.Add(answer.Text);
        }
        else
        {
            _succeeded.Add(operation.Kind);
        }
    }

    private async Task NoteEventsAsync(IEnumerable<string> workflowIds)
    {
        foreach (var id in workflowIds)
        {
            foreach (var engine in _engines)
            {
                await engine.NoteEventsAsync(id);
            }
        }
    }

    private static async Task RequireStateAsync(EngineSubject engine, int seed, List<string> done, string expected, string[] ids, TimeSpan patience)
    {
        var timeProvider = TimeProvider.System;
        var until = timeProvider.GetUtcNow() + patience;
        var actual = await engine.StateAsync(ids);
        while (actual != expected && timeProvider.GetUtcNow() < until)
        {
            await Task.Delay(BetweenLooks, timeProvider);
            actual = await engine.StateAsync(ids);
        }

        Require(engine, seed, done, "shows", expected, actual);
    }

    private static void Require(EngineSubject engine, int seed, List<string> done, string what, string expected, string actual)
    {
        if (expected != actual)
        {
            throw new OracleFailure($"sequence {seed}: the {engine.Name} {what} '{actual}', the model '{expected}', after:\n  {string.Join("\n  ", done)}\n  again: ./dev oracle --start {seed} --runs 1");
        }
    }
}
