using Holdfast.Protocol;
using Holdfast.Storage;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>Reads which workflows the settled store has, while the engine runs already, and tells their owners.</summary>
internal sealed class WorkflowScan(ISettledStore store, ShardOwner[] owners, ILogger logger) : IAsyncDisposable
{
    private const int WorkflowsPerMessage = 1_000;
    private readonly CancellationTokenSource _stopping = new();
    private Task _run = Task.CompletedTask;

    /// <summary>Begins; returns at once.</summary>
    public void Start() => _run = RunAsync(_stopping.Token);

    /// <summary>Gives up what is left, and waits for the end.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _run;
        _stopping.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var pages = Array.ConvertAll(owners, static _ => new List<WorkflowKey>());
            await foreach (var workflow in store.ReadWorkflowsAsync(cancellationToken))
            {
                var owner = HoldfastEngine.OwnerOf(owners, workflow);
                var page = pages[owner.Index];
                page.Add(workflow);
                if (page.Count == WorkflowsPerMessage)
                {
                    owner.Mailbox.Post(new WorkflowsRead(page, isLast: false));
                    pages[owner.Index] = [];
                }
            }

            foreach (var owner in owners)
            {
                owner.Mailbox.Post(new WorkflowsRead(pages[owner.Index], isLast: true));
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The engine stops.
        }
        catch (Exception exception)
        {
            // Nothing is lost: every start goes on asking the store.
            OwnerLog.WorkflowScanFailed(logger, exception);
        }
    }
}
