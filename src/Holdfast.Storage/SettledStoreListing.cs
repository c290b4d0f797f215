using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>Listing by the typed conditions of a request alone.</summary>
public static class SettledStoreListing
{
    private static readonly SearchAttributeTypesByUse NoTypes = new();

    /// <summary>Lists runs, newest start first, behind the cursor when one is given. Text filters of the request may name attributes of the system only.</summary>
    public static Task<IReadOnlyList<WorkflowExecutionInfo>> ListAsync(this ISettledStore store, ListWorkflowExecutionsRequest request, RunId? before, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(request);
        return store.ListAsync(
            new RunListing { Namespace = request.Namespace, Filter = ListFilter.Of(request, NoTypes), Behind = before, PageSize = request.PageSize },
            cancellationToken);
    }
}
