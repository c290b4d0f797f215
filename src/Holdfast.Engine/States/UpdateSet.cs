using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The updates of a run: those it has accepted, which are durable, and those it is yet to see, which are not.</summary>
public sealed class UpdateSet
{
    private readonly List<AdmittedUpdate> _admitted = [];
    private readonly List<AcceptedUpdate> _accepted = [];
    private Dictionary<string, AcceptedUpdate>? _acceptedById;
    private long _runningBytes;

    internal UpdateSet()
    {
    }

    /// <summary>Volatile, but for those with an admitted event: updates that workflow code has neither accepted nor rejected, in order of arrival.</summary>
    public IReadOnlyList<AdmittedUpdate> Admitted => _admitted;

    /// <summary>Updates that were accepted, in order of acceptance, completed ones included.</summary>
    public IReadOnlyList<AcceptedUpdate> Accepted => _accepted;

    /// <summary>Accepted updates whose handler has not ended.</summary>
    public int RunningCount { get; private set; }

    /// <summary>Bytes of input of the updates neither rejected nor completed.</summary>
    public long InFlightBytes => _runningBytes + _admitted.Sum(static u => (long)SizeRules.Bytes(u.Request.Input));

    /// <summary>Updates of the run so far.</summary>
    public int TotalCount => _accepted.Count + _admitted.Count;

    /// <summary>Updates neither rejected nor completed.</summary>
    public int InFlightCount => RunningCount + _admitted.Count;

    /// <summary>The accepted update; null when none of that ID was accepted.</summary>
    public AcceptedUpdate? FindAccepted(string updateId) => _acceptedById?.GetValueOrDefault(updateId);

    /// <summary>The admitted update; null when none of that ID waits.</summary>
    public AdmittedUpdate? FindAdmitted(string updateId)
    {
        foreach (var update in _admitted)
        {
            if (string.Equals(update.Request.UpdateId, updateId, StringComparison.Ordinal))
            {
                return update;
            }
        }

        return null;
    }

    /// <summary>Takes an update in.</summary>
    /// <param name="request">The update.</param>
    /// <param name="admittedEventId">Its admitted event, which makes it durable; 0 when it has none.</param>
    internal void Admit(UpdateRequest request, long admittedEventId = 0) => _admitted.Add(new AdmittedUpdate(request) { AdmittedEventId = admittedEventId });

    /// <summary>Forgets what a completed workflow task was given and did not accept: it was rejected, which leaves no record.</summary>
    internal void ForgetRejected(long previousStartedEventId) => _admitted.RemoveAll(u => u.AdmittedEventId != 0 && u.AdmittedEventId < previousStartedEventId);

    internal void Forget(AdmittedUpdate update) => _admitted.Remove(update);

    internal void ForgetAdmitted() => _admitted.Clear();

    /// <summary>A workflow task is given the updates that have an admitted event, and of the others, in order, what there is room for; the rest comes with the next task.</summary>
    /// <param name="mostBytes">Bytes of input that the task may accept. One update is given at least.</param>
    internal void Deliver(long mostBytes)
    {
        var bytes = 0L;
        foreach (var update in _admitted)
        {
            var isFirst = bytes == 0;
            bytes += SizeRules.Bytes(update.Request.Input);
            update.IsDelivered = isFirst || update.AdmittedEventId != 0 || bytes <= mostBytes;
        }
    }

    /// <summary>The workflow task failed: another is given the updates.</summary>
    internal void TakeBack()
    {
        foreach (var update in _admitted)
        {
            update.IsDelivered = false;
        }
    }

    internal void Accept(AcceptedUpdate update)
    {
        _acceptedById ??= new Dictionary<string, AcceptedUpdate>(StringComparer.Ordinal);
        _acceptedById.Add(update.UpdateId, update);
        _accepted.Add(update);
        RunningCount++;
        _runningBytes += update.InputBytes;
    }

    internal void Complete(WorkflowExecutionUpdateCompleted completed)
    {
        var update = FindAccepted(completed.UpdateId);
        Invariant.That(update is { Completed: null }, "an update that completes was accepted and has not completed");
        update.Completed = completed;
        RunningCount--;
        _runningBytes -= update.InputBytes;
    }
}
