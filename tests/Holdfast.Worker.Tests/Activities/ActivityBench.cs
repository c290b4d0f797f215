using System.Threading.Channels;
using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

/// <summary>Plays the engine for activities: hands out attempts and takes reports.</summary>
internal sealed class ActivityBench : ActivityServiceDouble, IDisposable
{
    private readonly Channel<RespondActivityTaskRequest> _reports = Channel.CreateUnbounded<RespondActivityTaskRequest>();
    private readonly Channel<RecordActivityTaskHeartbeatRequest> _heartbeats = Channel.CreateUnbounded<RecordActivityTaskHeartbeatRequest>();
    private long _lastEventId = 4;

    public ActivityBench(ActivityTaskHandlerOptions? options = null, params ActivityRegistration[] activities)
    {
        Clock = new Testing.VirtualTimeProvider();
        Handler = new ActivityTaskHandler(activities, this, (options ?? new ActivityTaskHandlerOptions()) with { TimeProvider = Clock, Identity = "worker-1" });
    }

    public ActivityTaskHandler Handler { get; }

    public Testing.VirtualTimeProvider Clock { get; }

    /// <summary>Thrown by the next reports.</summary>
    public Queue<Exception> ReportErrors { get; } = new();

    public int ReportsTried { get; private set; }

    /// <summary>What heartbeats are told.</summary>
    public RecordActivityTaskHeartbeatResponse HeartbeatAnswer { get; set; } = new(CancelRequested: false);

    public Exception? HeartbeatError { get; set; }

    public static ActivityRegistration Activity(string name, Func<Task<Payloads>> code) => new()
    {
        Definition = new Definitions.ActivityDefinition { Name = name, DeclaringType = typeof(ActivityBench), NeedsInstance = false, Invoke = (_, _, _) => code() },
    };

    public ActivityTask Start(string type, TimeSpan? heartbeatTimeout = null, Payloads? heartbeatDetails = null, params object?[] arguments)
    {
        _lastEventId++;
        var task = new ActivityTask
        {
            Activity = new ActivityRef(new WorkflowKey("default", "order-1"), RunDriver.RunId, _lastEventId, 1),
            ActivityId = "1",
            ActivityType = type,
            WorkflowType = "OrderWorkflow",
            TaskQueue = "main",
            Input = Json.Payloads(arguments),
            HeartbeatTimeout = heartbeatTimeout,
            HeartbeatDetails = heartbeatDetails ?? Payloads.Empty,
        };
        Handler.Start(task);
        return task;
    }

    public async Task<ActivityOutcome> OutcomeAsync() => (await _reports.Reader.ReadAsync()).Outcome;

    public async Task<string> ResultAsync() => JsonDataConverter.Default.FromPayload<string>(Assert.IsType<ActivityOutcome.Completed>(await OutcomeAsync()).Result[0]);

    public async Task<Failure> FailureAsync() => Assert.IsType<ActivityOutcome.Failed>(await OutcomeAsync()).Failure;

    public async Task<string> HeartbeatAsync() => (await _heartbeats.Reader.ReadAsync()).Details.ToString();

    public bool HasHeartbeat => _heartbeats.Reader.Count > 0;

    public override Task RespondActivityTaskAsync(RespondActivityTaskRequest request, CancellationToken cancellationToken)
    {
        ReportsTried++;
        if (ReportErrors.TryDequeue(out var error))
        {
            return Task.FromException(error);
        }

        _reports.Writer.TryWrite(request);
        return Task.CompletedTask;
    }

    public override Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatAsync(RecordActivityTaskHeartbeatRequest request, CancellationToken cancellationToken)
    {
        _heartbeats.Writer.TryWrite(request);
        return HeartbeatError is { } error ? Task.FromException<RecordActivityTaskHeartbeatResponse>(error) : Task.FromResult(HeartbeatAnswer);
    }

    public void Dispose() => Handler.Dispose();
}
