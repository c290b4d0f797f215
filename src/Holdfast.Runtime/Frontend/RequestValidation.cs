using System.Text;
using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Checks what comes from outside against the limits.</summary>
internal sealed class RequestValidation(EngineLimits limits, ISearchAttributeTypes searchAttributeTypes)
{
    public void Check(StartWorkflowExecutionRequest request)
    {
        Requirement.That(!StandaloneActivity.Is(request.WorkflowId), $"WorkflowId begins with '{StandaloneActivity.WorkflowIdPrefix}', which is for activities that clients start. Use another.");
        CheckStart(request);
    }

    public void Check(StartActivityExecutionRequest request, StartWorkflowExecutionRequest start)
    {
        CheckName("ActivityId", request.ActivityId);
        CheckName("ActivityType", request.ActivityType);
        Requirement.That(Enum.IsDefined(request.IdReusePolicy), $"IdReusePolicy is {(int)request.IdReusePolicy}; use a named one.");
        Requirement.That(Enum.IsDefined(request.IdConflictPolicy), $"IdConflictPolicy is {(int)request.IdConflictPolicy}; use a named one.");
        Requirement.That(
            request.StartToCloseTimeout is not null || request.ScheduleToCloseTimeout is not null,
            "Neither StartToCloseTimeout nor ScheduleToCloseTimeout is set; an activity needs one of them.");
        CheckPositive("ScheduleToCloseTimeout", request.ScheduleToCloseTimeout);
        CheckPositive("ScheduleToStartTimeout", request.ScheduleToStartTimeout);
        CheckPositive("StartToCloseTimeout", request.StartToCloseTimeout);
        CheckPositive("HeartbeatTimeout", request.HeartbeatTimeout);
        CheckPayloads("Input", request.Input);
        CheckMap("Header", request.Header);
        request.RetryPolicy?.Validate();
        CheckStart(start);
    }

    private void CheckStart(StartWorkflowExecutionRequest request)
    {
        CheckName("Namespace", request.Namespace);
        CheckName("WorkflowId", request.WorkflowId);
        CheckName("WorkflowType", request.WorkflowType);
        CheckName("TaskQueue", request.TaskQueue);
        CheckName("RequestId", request.RequestId);
        CheckLength("ConcurrencyKey", request.ConcurrencyKey);
        CheckPayloads("Input", request.Input);
        CheckPositive("WorkflowExecutionTimeout", request.WorkflowExecutionTimeout);
        CheckPositive("WorkflowRunTimeout", request.WorkflowRunTimeout);
        CheckPositive("WorkflowTaskTimeout", request.WorkflowTaskTimeout);
        Requirement.That(request.WorkflowTaskTimeout is null || request.WorkflowTaskTimeout <= limits.MaximumWorkflowTaskTimeout, $"WorkflowTaskTimeout is {request.WorkflowTaskTimeout}; it must be at most {limits.MaximumWorkflowTaskTimeout}. Long work belongs into an activity.");
        CheckPositive("StartDelay", request.StartDelay);
        CheckPolicies(request);
        Requirement.That(request.CronSchedule.Length == 0 || request.StartDelay is null, "StartDelay and CronSchedule are both set; the cron schedule says when the first run begins.");
        Throw(CronSchedule.Problem(request.CronSchedule));
        CheckText("StaticSummary", request.StaticSummary, limits.SummaryBytes);
        CheckText("StaticDetails", request.StaticDetails, limits.DetailsBytes);
        request.RetryPolicy?.Validate();
        request.Priority?.Validate();
        CheckMap("Memo", request.Memo);
        CheckHeader(request.Header);
        CheckSearchAttributes(request);
    }

    public void CheckSignal(string name, string inputProperty, Payloads input, PayloadMap header)
    {
        CheckName("SignalName", name);
        CheckPayloads(inputProperty, input);
        CheckHeader(header);
    }

    public void Check(UpdateRequest update)
    {
        CheckName("UpdateId", update.UpdateId);
        CheckName("Name", update.Name);
        CheckPayloads("Input", update.Input);
        CheckHeader(update.Header);
    }

    public void Check(IReadOnlyList<PostResetOperation> operations)
    {
        Requirement.That(operations.Count <= ResetWorkflowExecutionRequest.MaximumOperations, $"Operations has {operations.Count} entries; at most {ResetWorkflowExecutionRequest.MaximumOperations} are allowed.");
        foreach (var operation in operations)
        {
            if (operation is PostResetOperation.Signal signal)
            {
                CheckSignal(signal.SignalName, "Input", signal.Input, signal.Header);
            }
            else
            {
                ((PostResetOperation.ChangePriority)operation).Priority?.Validate();
            }
        }
    }

    /// <summary>The request with the registered types of its search attributes.</summary>
    public StartWorkflowExecutionRequest Typed(StartWorkflowExecutionRequest request) =>
        request.SearchAttributes.Count == 0 ? request : request with { SearchAttributes = SearchAttributeTyping.Typed(request.SearchAttributes, request.Namespace, searchAttributeTypes) };

    public void CheckName(string property, string name)
    {
        Requirement.That(!string.IsNullOrEmpty(name), $"{property} is empty; give it a value.");
        CheckLength(property, name);
    }

    public void CheckLength(string property, string name)
    {
        Requirement.That(WellFormedText.Is(name), $"{property} holds half a surrogate pair, which UTF-8 cannot express.");
        var bytes = Encoding.UTF8.GetByteCount(name);
        if (bytes > limits.NameBytes)
        {
            throw new HoldfastException(ErrorCodes.LimitExceeded, $"{property} has {bytes} bytes of UTF-8; at most {limits.NameBytes} are allowed.");
        }
    }

    public void CheckPayloads(string property, Payloads payloads)
    {
        long bytes = 0;
        for (var i = 0; i < payloads.Count; i++)
        {
            bytes += payloads[i].Data.Length;
        }

        if (bytes > limits.PayloadBytes)
        {
            throw TooLarge(property, bytes);
        }
    }

    public void CheckHeader(PayloadMap header)
    {
        var bytes = header.Count == 0 ? 0 : header.Sum(e => (long)e.Value.Data.Length + Encoding.UTF8.GetByteCount(e.Key));
        if (bytes > limits.HeaderBytes)
        {
            throw new HoldfastException(ErrorCodes.HeaderTooLarge, $"The header has {bytes} bytes in {header.Count} entries; at most {limits.HeaderBytes} are allowed. Headers carry context such as trace IDs; pass data as arguments.");
        }
    }

    /// <summary>A result that is too large fails the attempt for good instead of being refused, which would only make the worker try again.</summary>
    public ActivityOutcome Limited(ActivityOutcome outcome)
    {
        if (outcome is not ActivityOutcome.Completed completed)
        {
            return outcome;
        }

        try
        {
            CheckPayloads("The activity's result", completed.Result);
            return outcome;
        }
        catch (HoldfastException exception)
        {
            Failure failure = new() { Message = exception.Message, Info = new FailureInfo.Application(exception.Code.ToString(), NonRetryable: true, Payloads.Empty) };
            return new ActivityOutcome.Failed(failure);
        }
    }

    private void CheckSearchAttributes(StartWorkflowExecutionRequest request)
    {
        var problem = SearchAttributeRules.Of(request.SearchAttributes) ?? SearchAttributeTyping.Problem(request.SearchAttributes, request.Namespace, searchAttributeTypes);
        if (problem is not null)
        {
            throw problem.ToException();
        }
    }

    private void CheckMap(string property, PayloadMap map)
    {
        var bytes = map.Sum(e => (long)e.Value.Data.Length + Encoding.UTF8.GetByteCount(e.Key));
        if (bytes > limits.PayloadBytes)
        {
            throw TooLarge(property, bytes);
        }
    }

    private static void Throw(Rejection? problem)
    {
        if (problem is not null)
        {
            throw new HoldfastException(problem.Code, problem.Message);
        }
    }

    private static void CheckText(string property, string text, int limit)
    {
        Requirement.That(WellFormedText.Is(text), $"{property} holds half a surrogate pair, which UTF-8 cannot express.");
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > limit)
        {
            throw new HoldfastException(ErrorCodes.LimitExceeded, $"{property} has {bytes} bytes of UTF-8; at most {limit} are allowed.");
        }
    }

    private static void CheckPolicies(StartWorkflowExecutionRequest request)
    {
        var (reuse, conflict) = (request.WorkflowIdReusePolicy, request.WorkflowIdConflictPolicy);
        Requirement.That(Enum.IsDefined(reuse), $"WorkflowIdReusePolicy is {(int)reuse}; use a named one.");
        Requirement.That(Enum.IsDefined(conflict), $"WorkflowIdConflictPolicy is {(int)conflict}; use a named one.");
        Requirement.That(
            reuse != WorkflowIdReusePolicy.TerminateIfRunning || conflict == WorkflowIdConflictPolicy.Fail,
            $"WorkflowIdReusePolicy is TerminateIfRunning, which says what happens to an open run, and so does WorkflowIdConflictPolicy {conflict}. Use the conflict policy alone.");
        Requirement.That(
            reuse != WorkflowIdReusePolicy.RejectDuplicate || conflict != WorkflowIdConflictPolicy.TerminateExisting,
            "WorkflowIdReusePolicy RejectDuplicate and WorkflowIdConflictPolicy TerminateExisting contradict one another: the terminated run would be a closed one.");
    }

    private HoldfastException TooLarge(string property, long bytes) =>
        new(ErrorCodes.LimitExceeded, $"{property} has {bytes} bytes; at most {limits.PayloadBytes} are allowed. Pass a reference to where the data lies instead.");

    private static void CheckPositive(string property, TimeSpan? time) =>
        Requirement.That(time is null || time > TimeSpan.Zero, $"{property} is {time}; it must be more than zero, or null.");
}
