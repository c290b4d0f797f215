using Holdfast.Journaling.Archives;
using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class ArchivalTests
{
    private static readonly EngineOptions Options = new() { Owners = 2, IdleBeforeSettling = TimeSpan.FromSeconds(5), Retention = TimeSpan.FromHours(1) };
    private readonly PumpedEngine _engine = new(Options, new ScriptedWorker().OnSequence("Short", 1));

    [Fact]
    public void A_run_whose_retention_is_over_is_described_read_and_listed_from_the_archive()
    {
        Archive(true);
        var first = Close("w");
        var second = Close("w");
        var history = History("w", first);
        Assert.Empty(Listed(string.Empty));

        PassRetention();
        _engine.CrashAndRestart(1);

        Assert.Equal(0, Kept());
        Assert.Equal(history.Select(e => (e.EventId, e.Type)), History("w", first).Select(e => (e.EventId, e.Type)));
        var described = CallerQueue.Run(_engine, () => _engine.Service.DescribeWorkflowExecutionAsync(new DescribeWorkflowExecutionRequest(PumpedEngine.Namespace, new WorkflowExecution("w", default)), CancellationToken.None));
        Assert.Equal((second, WorkflowExecutionStatus.Completed, true), (described.Info.Execution.RunId, described.Info.Status, described.IsArchived));
        Assert.Equal(EventType.WorkflowExecutionCompleted, WaitForClose("w", first).Type);
        Assert.Equal([second, first], Listed("WorkflowType = 'Short' AND ExecutionStatus = 'Completed'"));
        Assert.Empty(Listed("ExecutionStatus = 'Failed'"));
        Assert.Equal([second, first], Paged());
        Assert.Equal(ErrorCodes.NotFound, Refused(() => History("v")));
    }

    [Fact]
    public void A_run_is_deleted_only_when_the_archive_has_it_and_archived_again_otherwise()
    {
        FailingArchive failing = new(new DiskRunArchive(_engine.ArchiveDisk)) { Failures = 1 };
        _engine.Archive = failing;
        _engine.CrashAndRestart(1);
        Archive(true);
        var run = Close("w");

        PassRetention();
        Assert.Equal((1, 1), (failing.Puts, Kept()));
        _engine.CrashAndRestart(2);
        _engine.Time.Advance(TimeSpan.FromMinutes(2));
        _engine.Pass(TimeSpan.FromSeconds(2));

        Assert.Equal((2, 0), (failing.Puts, Kept()));
        Assert.Equal([run], Listed(string.Empty));
        Assert.Single(_engine.ArchiveDisk.List());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(150)]
    public void Runs_that_cannot_be_archived_stay_and_hold_up_none_of_those_that_closed_after_them(int refused)
    {
        FailingArchive failing = new(new DiskRunArchive(_engine.ArchiveDisk)) { Refuses = static id => id[0] == 'x' };
        _engine.Archive = failing;
        _engine.CrashAndRestart(1);
        Archive(true);
        for (var i = 0; i < refused; i++)
        {
            Close($"x{i}");
        }

        Close("w");
        PassRetention();
        _engine.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal((1, refused), (failing.Puts, Kept()));

        failing.Refuses = static _ => false;
        _engine.Pass(TimeSpan.FromMinutes(2));

        Assert.Equal((1 + refused, 0), (failing.Puts, Kept()));
    }

    [Fact]
    public void Without_archival_runs_are_deleted_and_what_was_archived_before_can_be_read()
    {
        Archive(true);
        var archived = Close("w");
        PassRetention();
        Archive(false);
        var deleted = Close("w");

        PassRetention();

        Assert.Equal([archived], Listed(string.Empty));
        Assert.Equal(ErrorCodes.NotFound, Refused(() => History("w", deleted)));
        Assert.NotEmpty(History("w", archived));
    }

    [Fact]
    public void A_run_that_is_deleted_by_request_is_not_archived()
    {
        Archive(true);
        Close("w");
        _engine.Run(_engine.Service.DeleteWorkflowExecutionAsync(new DeleteWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("w", default) }, CancellationToken.None));

        PassRetention();

        Assert.Empty(Listed(string.Empty));
        Assert.Empty(_engine.ArchiveDisk.List());
    }

    [Fact]
    public void What_the_archive_cannot_list_is_refused() =>
        Assert.Equal(ErrorCodes.ListFilterUnsupported, Refused(() => Listed("ExecutionStatus = 'Completed' ORDER BY StartTime ASC")));

    private static ErrorCode Refused(Action call) => Assert.Throws<HoldfastException>(call).Code;

    private void Archive(bool archives) =>
        _engine.Run(_engine.Service.Namespaces.UpdateNamespaceAsync(new UpdateNamespaceRequest { Name = PumpedEngine.Namespace, ArchivesRuns = archives }, CancellationToken.None));

    private RunId Close(string workflowId)
    {
        var runId = _engine.StartWorkflow(workflowId, "Short").RunId;
        WaitForClose(workflowId, runId);
        return runId;
    }

    private HistoryEvent WaitForClose(string workflowId, RunId runId) => Read(new GetWorkflowExecutionHistoryRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution(workflowId, runId), CloseEventOnly = true })[0];

    private IReadOnlyList<HistoryEvent> History(string workflowId, RunId runId = default) => Read(new GetWorkflowExecutionHistoryRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution(workflowId, runId) });

    private IReadOnlyList<HistoryEvent> Read(GetWorkflowExecutionHistoryRequest request) => CallerQueue.Run(_engine, () => _engine.Service.GetWorkflowExecutionHistoryAsync(request, CancellationToken.None)).Events;

    private long Kept() => CallerQueue.Run(_engine, () => _engine.Service.CountWorkflowExecutionsAsync(new CountWorkflowExecutionsRequest(PumpedEngine.Namespace, string.Empty), CancellationToken.None)).Count;

    private IEnumerable<RunId> Listed(string filter) => List(new ListWorkflowExecutionsRequest { Namespace = PumpedEngine.Namespace, Archived = true, Query = filter }).Executions.Select(r => r.Execution.RunId);

    private List<RunId> Paged()
    {
        List<RunId> listed = [];
        string? token = null;
        do
        {
            var page = List(new ListWorkflowExecutionsRequest { Namespace = PumpedEngine.Namespace, Archived = true, PageSize = 1, PageToken = token });
            listed.AddRange(page.Executions.Select(r => r.Execution.RunId));
            token = page.NextPageToken;
        }
        while (token is not null);

        return listed;
    }

    private ListWorkflowExecutionsResponse List(ListWorkflowExecutionsRequest request) => CallerQueue.Run(_engine, () => _engine.Service.ListWorkflowExecutionsAsync(request, CancellationToken.None));

    private void PassRetention()
    {
        _engine.Pass(TimeSpan.FromSeconds(10));
        _engine.Time.Advance(TimeSpan.FromHours(2));
        _engine.Pass(TimeSpan.FromSeconds(2));
    }
}
