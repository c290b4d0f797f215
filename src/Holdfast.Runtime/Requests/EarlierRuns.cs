using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Finds the runs that requests made when they came before; others may have followed them since.</summary>
/// <remarks>
/// A request that comes again while the store is asked about it waits for the same answer. With an answer of its own, which knows nothing of the run that the other
/// has made meanwhile, it would make another.
/// </remarks>
internal sealed class EarlierRuns(ShardOwner owner)
{
    private readonly Dictionary<(WorkflowKey Workflow, string RequestId), List<IIdentifiedRequest>> _waiting = [];

    /// <summary>Looks in memory and then in the settled store, and tells the request.</summary>
    public void LookUp(WorkflowKey workflow, string requestId, IIdentifiedRequest request)
    {
        if (owner.Directory.FindByStartRequest(workflow, requestId) is { } inMemory)
        {
            request.EarlierRunLookedUp(owner, inMemory.RunId);
        }
        else if (_waiting.TryGetValue((workflow, requestId), out var others))
        {
            others.Add(request);
        }
        else
        {
            _waiting[(workflow, requestId)] = [request];
            _ = LookUpAsync(workflow, requestId);
        }
    }

    /// <summary>The store has answered.</summary>
    public void LookedUp(EarlierRunLookedUp answer)
    {
        _waiting.Remove((answer.Workflow, answer.RequestId), out var requests);
        foreach (var request in requests!)
        {
            if (answer.Error is { } error)
            {
                request.Fail(error);
            }
            else
            {
                request.EarlierRunLookedUp(owner, answer.EarlierRun);
            }
        }
    }

    /// <summary>The engine stopped.</summary>
    public void Fail(Exception exception)
    {
        foreach (var request in _waiting.Values.SelectMany(static w => w))
        {
            request.Fail(exception);
        }

        _waiting.Clear();
    }

    private async Task LookUpAsync(WorkflowKey workflow, string requestId)
    {
        EarlierRunLookedUp answer;
        try
        {
            var earlier = await owner.Services.Store.FindByRequestIdAsync(workflow, requestId, CancellationToken.None);
            answer = new EarlierRunLookedUp(workflow, requestId, earlier?.RunId, null);
        }
        catch (Exception exception)
        {
            answer = new EarlierRunLookedUp(workflow, requestId, null, exception);
        }

        owner.Mailbox.Post(answer);
    }
}
