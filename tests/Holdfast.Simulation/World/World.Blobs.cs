using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <content>Large payloads, which lie beside the histories.</content>
internal sealed partial class World
{
    /// <summary>How blobs are kept; null in a world that keeps none.</summary>
    public BlobSettings? Blobs { get; }

    /// <summary>Every process ends, and time passes before the next ones start.</summary>
    public void SkipTimeWithoutProcesses(TimeSpan time)
    {
        foreach (var folder in Folders)
        {
            folder.Deposed.ToList().ForEach(d => BuryDeposed(folder, d.Process));
            EndProcess(folder);
        }

        Pass(time);
    }

    /// <summary>The blob store as clients reach it: of one folder, or of whichever has what they ask for.</summary>
    private IBlobStore BlobsOf(WorldFolder? folder) => folder is null ? new AllBlobs([.. Folders.Select(f => new FarBlobs(this, f))]) : new FarBlobs(this, folder);
}
