using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Failures that the engine itself makes.</summary>
internal static class EngineFailures
{
    internal const string Source = "Holdfast";

    internal static Failure ActivityTimeout(TimeoutType type, Payloads heartbeatDetails, Failure? cause) => new()
    {
        Message = $"activity {type} timeout",
        Info = new FailureInfo.Timeout(type, heartbeatDetails),
        Source = Source,
        Cause = cause,
    };

    internal static Failure WorkflowTimeout() => new()
    {
        Message = "workflow run timeout",
        Info = new FailureInfo.Timeout(TimeoutType.StartToClose, Payloads.Empty),
        Source = Source,
    };

    internal static Failure WorkflowTaskTimeout() => new()
    {
        Message = "workflow task StartToClose timeout",
        Info = new FailureInfo.Timeout(TimeoutType.StartToClose, Payloads.Empty),
        Source = Source,
    };

    internal static Failure Reset(string reason) => new()
    {
        Message = reason,
        Info = new FailureInfo.ResetWorkflow(Payloads.Empty),
        Source = Source,
    };

    internal static Failure WorkerLost(string identity) => new()
    {
        Message = $"The process of worker '{identity}' ended while the attempt was running.",
        Info = new FailureInfo.Server(NonRetryable: false),
        Source = Source,
    };

    internal static Failure BadCommand(string message) => new()
    {
        Message = message,
        Info = new FailureInfo.Server(NonRetryable: true),
        Source = Source,
    };

    internal static Failure TooMuchBuffered(string message) => new()
    {
        Message = message,
        Info = new FailureInfo.Server(NonRetryable: false),
        Source = Source,
    };

    internal static Failure TooLarge(string what, int bytes, int limit) => new()
    {
        Message = string.Create(CultureInfo.InvariantCulture, $"{ErrorCodes.LimitExceeded}: {what} has {bytes} bytes; the limit is {limit}."),
        Info = new FailureInfo.Application(ErrorCodes.LimitExceeded.ToString(), NonRetryable: true, Payloads.Empty),
        Source = Source,
    };

    internal static Failure UpdateNotProcessed() => Update(
        "UnprocessedUpdate",
        "The update is rejected because the worker did not answer it. Perhaps it does not know updates.");

    internal static Failure UpdateOfClosedRun() => Update(
        "AcceptedUpdateCompletedWorkflow",
        "The update failed because the run closed before it completed.");

    private static Failure Update(string type, string message) => new()
    {
        Message = message,
        Info = new FailureInfo.Application(type, NonRetryable: true, Payloads.Empty),
        Source = Source,
    };
}
