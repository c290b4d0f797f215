using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Finds the run that a request made when it came before; others may have followed it since.</summary>
internal static class EarlierRun
{
    /// <summary>Looks in memory and then in the settled store, and tells the request.</summary>
    public static async Task LookUpAsync(ShardOwner owner, WorkflowKey workflow, string requestId, IIdentifiedRequest request)
    {
        if (owner.Directory.FindByStartRequest(workflow, requestId) is { } inMemory)
        {
            request.EarlierRunLookedUp(owner, inMemory.RunId);
            return;
        }

        try
        {
            var earlier = await owner.Services.Store.FindByRequestIdAsync(workflow, requestId, CancellationToken.None);
            owner.Mailbox.Post(new EarlierRunLookedUp(request, earlier?.RunId));
        }
        catch (Exception exception)
        {
            request.Fail(exception);
        }
    }
}
