using System.Collections.Concurrent;
using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

/// <summary>An engine in the worker's process, to which each report of an attempt is the occasion to start others, until there were enough.</summary>
internal sealed class RelayBench : ActivityServiceDouble, IActivityReports, IDisposable
{
    private readonly TaskCompletionSource _allReported = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ActivityTaskHandler _handler;
    private readonly int _attempts;
    private readonly int _startsPerReport;
    private int _started;
    private int _reported;

    public RelayBench(int attempts, int startsPerReport, Func<Payloads> code)
    {
        (_attempts, _startsPerReport) = (attempts, startsPerReport);
        _handler = new ActivityTaskHandler([ActivityBench.Activity("Step", () => Run(code))], this);
        Start();
    }

    /// <summary>Ends when every attempt was reported.</summary>
    public Task AllReported => _allReported.Task;

    /// <summary>On which thread each attempt ran.</summary>
    public ConcurrentQueue<int> Threads { get; } = new();

    /// <summary>True when the first report throws after it has started others.</summary>
    public bool FailsFirst { get; init; }

    public void Start()
    {
        if (Interlocked.Increment(ref _started) is var number && number <= _attempts)
        {
            _handler.Start(new ActivityTask
            {
                Activity = new ActivityRef(new WorkflowKey("default", "order-1"), RunDriver.RunId, number, 1),
                ActivityId = "1",
                ActivityType = "Step",
                WorkflowType = "OrderWorkflow",
                TaskQueue = "main",
                Input = Payloads.Empty,
            });
        }
    }

    public void Report(RespondActivityTaskRequest request, IReportReceipt receipt)
    {
        for (var i = 0; i < _startsPerReport; i++)
        {
            Start();
        }

        var number = Interlocked.Increment(ref _reported);
        if (number == _attempts)
        {
            _allReported.SetResult();
        }

        if (FailsFirst && number == 1)
        {
            throw new InvalidOperationException("The engine has a defect.");
        }

        receipt.Reported(null);
    }

    public override Task RespondActivityTaskAsync(RespondActivityTaskRequest request, CancellationToken cancellationToken)
    {
        Report(request, new IgnoredReceipt());
        return Task.CompletedTask;
    }

    public override Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatAsync(RecordActivityTaskHeartbeatRequest request, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("No activity here sends heartbeats.");

    public void Dispose() => _handler.Dispose();

    private sealed class IgnoredReceipt : IReportReceipt
    {
        public void Reported(Exception? failure)
        {
        }
    }

    private Task<Payloads> Run(Func<Payloads> code)
    {
        Threads.Enqueue(Environment.CurrentManagedThreadId);
        return Task.FromResult(code());
    }
}
