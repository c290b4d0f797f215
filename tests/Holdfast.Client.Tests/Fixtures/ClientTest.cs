using Holdfast.Protocol;
using Holdfast.Testing;

namespace Holdfast.Client.Tests;

/// <summary>A client before a scripted engine, on a virtual clock, with counted IDs.</summary>
public abstract class ClientTest
{
    private int _lastId;

    protected ClientTest() => Client = NewClient();

    internal ScriptedWorkflowService Service { get; } = new();

    protected VirtualTimeProvider Clock { get; } = new();

    protected HoldfastClient Client { get; }

    protected static RunId FirstRun { get; } = RunId.Parse("0199b0c4-7d2e-7c3a-9f10-000000000001");

    protected static RunId SecondRun { get; } = RunId.Parse("0199b0c4-7d2e-7c3a-9f10-000000000002");

    protected static RunId ThirdRun { get; } = RunId.Parse("0199b0c4-7d2e-7c3a-9f10-000000000003");

    /// <summary>The ID that the client makes as its n-th.</summary>
    protected static string Id(int n) => new Guid(n, 0, 0, new byte[8]).ToString("D");

    protected static Payloads Json(params object?[] values) => Payloads.Of([.. values.Select(v => JsonDataConverter.Default.ToPayload(v))]);

    protected static GetWorkflowExecutionHistoryResponse Closed(RunId runId, EventAttributes closeEvent) =>
        new(runId, [new HistoryEvent(9, VirtualTimeProvider.DefaultStart, closeEvent)], NextEventId: null, Closed: true);

    protected static WorkflowExecutionCompleted Completed(params object?[] result) => new() { Result = Json(result), WorkflowTaskCompletedEventId = 8 };

    protected static Failure Application(string message) => new() { Message = message, Info = new FailureInfo.Application("OutOfStock", NonRetryable: false, Json("tea")) };

    protected HoldfastClient NewClient(Action<HoldfastClientOptions>? configure = null)
    {
        var options = new HoldfastClientOptions
        {
            Namespace = "shop",
            Identity = "test@here",
            TimeProvider = Clock,
            GuidSource = () => new Guid(++_lastId, 0, 0, new byte[8]),
        };
        configure?.Invoke(options);
        return new HoldfastClient(Service, options);
    }
}
