using Holdfast.Protocol;

namespace Holdfast.Agents;

/// <summary>
/// Keeps tool calls waiting until somebody decides: give <see cref="DecideAsync"/> to <see cref="AgentRunOptions.Approve"/>, and call <see cref="Resolve"/> from an
/// update or signal handler of the workflow.
/// </summary>
/// <remarks>For workflow code; not to be shared between workflows.</remarks>
public sealed class ApprovalDesk
{
    private readonly Dictionary<string, PendingApproval> _pending = new(StringComparer.Ordinal);
    private readonly Queue<string> _resolved = new();

    /// <summary>The calls that wait, oldest first.</summary>
    public IReadOnlyList<ApprovalRequest> Pending => [.. _pending.Values.OrderBy(approval => approval.Order).Select(approval => approval.Request)];

    /// <summary>Number of calls that wait.</summary>
    public int PendingCount => _pending.Count;

    private int NextOrder { get; set; }

    /// <summary>Waits for the decision about a call.</summary>
    /// <exception cref="CanceledFailureException">The token was canceled.</exception>
    public async Task<ApprovalResolution> DecideAsync(ApprovalRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var approval = new PendingApproval(request, NextOrder++);
        _pending.Add(request.CallId, approval);
        try
        {
            await Workflow.WaitConditionAsync(() => approval.Resolution is not null, cancellationToken);
            return approval.Resolution!;
        }
        finally
        {
            Close(request.CallId);
        }
    }

    /// <summary>Checks a decision without taking it, for an update's validator.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.ApprovalNotPending"/> when no such call waits, or it was decided already; <see cref="ErrorCodes.ApprovalMismatch"/> when the decision does not fit it.</exception>
    public void Validate(ApprovalResolution resolution)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        resolution.ThrowIfNotFor(Find(resolution.CallId).Request);
    }

    /// <summary>Takes a decision; the call goes on.</summary>
    /// <exception cref="ApplicationFailureException">The decision cannot be taken: as <see cref="Validate"/>, with the code as its type.</exception>
    public void Resolve(ApprovalResolution resolution)
    {
        try
        {
            Validate(resolution);
        }
        catch (HoldfastException exception)
        {
            // Two decisions may pass the validator in one workflow task; the second must fail itself and not the run.
            throw new ApplicationFailureException(exception.Message, exception.Code.ToString(), nonRetryable: true);
        }

        _pending[resolution.CallId].Resolution = resolution;
    }

    private PendingApproval Find(string callId)
    {
        if (_pending.TryGetValue(callId, out var approval) && approval.Resolution is null)
        {
            return approval;
        }

        var reason = approval is not null || _resolved.Contains(callId) ? "it was decided already, or its run ended" : "no such call waits for an approval";
        throw new HoldfastException(ErrorCodes.ApprovalNotPending, $"The decision about call '{callId}' was refused: {reason}.");
    }

    private void Close(string callId)
    {
        _pending.Remove(callId);
        _resolved.Enqueue(callId);
        if (_resolved.Count > AgentLimits.MaxResolvedApprovals)
        {
            _resolved.Dequeue();
        }
    }

    private sealed class PendingApproval(ApprovalRequest request, int order)
    {
        public ApprovalRequest Request { get; } = request;

        public int Order { get; } = order;

        public ApprovalResolution? Resolution { get; set; }
    }
}
