using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>Where an engine keeps its data. The engine disposes of none of it.</summary>
/// <param name="Disk">The journal's folder.</param>
/// <param name="Journal">The journal's options; its pumping must be that of the engine.</param>
/// <param name="Store">The settled store.</param>
public sealed record EngineStorage(IDisk Disk, JournalOptions Journal, ISettledStore Store)
{
    /// <summary>Where runs are archived when their retention is over, of namespaces that say so. Default null: none can.</summary>
    public IRunArchive? Archive { get; init; }

    /// <summary>
    /// The blob store that the engine sweeps: blobs that none of its runs has referred to for <see cref="EngineOptions.BlobGracePeriod"/> are removed. It must be this
    /// engine's alone, since others know of runs that this one does not. Default null: nothing is swept.
    /// </summary>
    public IBlobStore? Blobs { get; init; }
}
