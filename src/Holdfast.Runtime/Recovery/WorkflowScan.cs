using Holdfast.Protocol;
using Holdfast.Storage;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>Reads which workflows the settled store has, while the engine runs, and tells their owners: when the engine starts, and again when much may have been deleted.</summary>
internal sealed class WorkflowScan(ISettledStore store, ShardOwner[] owners, EngineOptions options, ILogger logger) : IAsyncDisposable
{
    private const int WorkflowsPerMessage = 1_000;
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);
    private readonly CancellationTokenSource _stopping = new();
    private Task _run = Task.CompletedTask;
    private int _isScanning;
    private int _awaitedOwners;
    private long _notBeforeTicks;

    /// <summary>Begins with the first; returns at once. The owners are ready for it.</summary>
    public void Start()
    {
        _isScanning = 1;
        _run = RunAsync(_stopping.Token);
    }

    /// <summary>Reads again, unless that is under way or failed a moment ago. From any thread.</summary>
    public void Renew()
    {
        if (options.TimeProvider.GetUtcNow().UtcTicks < Volatile.Read(ref _notBeforeTicks) || Interlocked.Exchange(ref _isScanning, 1) != 0)
        {
            return;
        }

        Volatile.Write(ref _awaitedOwners, owners.Length);
        foreach (var owner in owners)
        {
            owner.Mailbox.Post(new RenewKnownWorkflows(this));
        }
    }

    /// <summary>An owner takes note of what it settles from now on. The last one begins the reading.</summary>
    public void OwnerIsReady()
    {
        if (Interlocked.Decrement(ref _awaitedOwners) == 0 && !_stopping.IsCancellationRequested)
        {
            _run = Task.Factory.StartNew(() => RunAsync(_stopping.Token), CancellationToken.None, TaskCreationOptions.DenyChildAttach, options.BackgroundScheduler).Unwrap();
        }
    }

    /// <summary>Gives up what is left, and waits for the end.</summary>
    public async ValueTask DisposeAsync()
    {
        _stopping.CancelHere();
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
            // Nothing is lost: every start goes on asking the store, or those that the filter from before affirms do.
            OwnerLog.WorkflowScanFailed(logger, exception);
            Volatile.Write(ref _notBeforeTicks, (options.TimeProvider.GetUtcNow() + PauseAfterFailure).UtcTicks);
        }

        Volatile.Write(ref _isScanning, 0);
    }
}
