using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Runtime;
using Holdfast.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Holdfast.Hosting;

/// <summary>
/// The engine of a data folder whose host does not run, without workers: runs can be listed, shown, started, signaled, canceled and terminated; nothing of them
/// is executed, so queries and updates wait for a worker in vain. It recovers the folder as a host would, and holds it until it is disposed.
/// </summary>
public sealed class EngineAtRest : IAsyncDisposable
{
    private readonly HoldfastEngine _engine;
    private readonly ISettledStore _store;

    private EngineAtRest(HoldfastEngine engine, ISettledStore store) => (_engine, _store) = (engine, store);

    /// <summary>The engine's service.</summary>
    public IWorkflowService Service => _engine.Service;

    /// <summary>Opens a data folder that exists.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="HoldfastException">
    /// <see cref="ErrorCodes.NotFound"/> when there is no data in the folder; <see cref="ErrorCodes.JournalFolderLocked"/> when a process holds it; the codes of
    /// recovery when it is damaged.
    /// </exception>
    public static async Task<EngineAtRest> OpenAsync(string dataFolder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Path.Combine(dataFolder, DataFolder.JournalName)))
        {
            throw new HoldfastException(ErrorCodes.NotFound, $"'{Path.GetFullPath(dataFolder)}' has no data of Holdfast. Name the folder that a host uses (HoldfastOptions.DataFolder).");
        }

        var (storage, store) = await DataFolder.OpenAsync(dataFolder, new JournalOptions(), cancellationToken);
        try
        {
            return new EngineAtRest(await HoldfastEngine.StartAsync(storage, new EngineOptions { Owners = 1 }, NullLoggerFactory.Instance, cancellationToken), store);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _store.DisposeAsync();
    }
}
