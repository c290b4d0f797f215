using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>Deletes the runs of namespaces that are to go, a page at a time, and then the namespaces.</summary>
internal sealed class NamespaceDeletions(ShardOwner[] owners, ListReader runs, NamespaceRegistry registry, RegisteredSearchAttributeTypes searchAttributes, TaskScheduler scheduler, ILogger logger)
{
    private const int RunsPerPage = 200;
    private const string Identity = "namespace deletion";
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task> _underWay = new(StringComparer.Ordinal);

    /// <summary>Goes on with every deletion that was begun.</summary>
    public void Resume()
    {
        foreach (var info in registry.All.Where(n => n.State == NamespaceState.Deleted))
        {
            _ = ContinueAsync(info.Name);
        }
    }

    /// <summary>Goes on with a deletion that is durably begun, and ends with it. Attaches to one under way.</summary>
    public Task ContinueAsync(string name)
    {
        lock (_gate)
        {
            if (!_underWay.TryGetValue(name, out var deletion) || deletion.IsCompleted)
            {
                deletion = Task.Factory.StartNew(() => DeleteAndLogAsync(name), CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler).Unwrap();
                _underWay[name] = deletion;
            }

            return deletion;
        }
    }

    private async Task DeleteAndLogAsync(string name)
    {
        try
        {
            await DeleteAsync(name);
        }
        catch (Exception exception)
        {
            NamespaceLog.DeletionFailed(logger, exception, name);
            throw;
        }
        finally
        {
            lock (_gate)
            {
                _underWay.Remove(name);
            }
        }
    }

    private async Task DeleteAsync(string name)
    {
        ListWorkflowExecutionsRequest all = new() { Namespace = name, PageSize = RunsPerPage };
        IReadOnlyList<WorkflowExecutionInfo> page;
        do
        {
            page = (await runs.ReadAsync(all, CancellationToken.None)).Executions;
            foreach (var deletion in page.Select(run => Post(name, run.Execution)).ToList())
            {
                await EndOfAsync(deletion);
            }
        }
        while (page.Count > 0);

        await registry.RemoveAsync(name);
        searchAttributes.Used.Forget(name);
    }

    private DeleteRequest Post(string name, WorkflowExecution execution)
    {
        DeleteRequest deletion = new(new DeleteWorkflowExecutionRequest { Namespace = name, Execution = execution, Identity = Identity });
        HoldfastEngine.OwnerOf(owners, deletion.Workflow).Mailbox.Post(deletion);
        return deletion;
    }

    private static async Task EndOfAsync(DeleteRequest deletion)
    {
        try
        {
            await deletion.Completion;
        }
        catch (HoldfastException gone) when (gone.Code == ErrorCodes.NotFound)
        {
            // Somebody else deleted it.
        }
    }
}
