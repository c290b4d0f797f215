using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Tells what a broken disk made of the engine from what the engine did by itself.</summary>
internal static class OrderedFault
{
    private const string HandleLost = "The handle was lost in a crash";
    private const string HiddenFailure = "Encoded failure";
    private static readonly string[] Marks = ["as ordered", "No space is left on the memory disk"];

    /// <summary>Fails unless the disk was broken on order, or the process has lost its folder to another one.</summary>
    public static void Require(Exception exception, bool mayBeDeposed = false)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (IsOrdered(cause) || (mayBeDeposed && IsDeposition(cause)))
            {
                return;
            }
        }

        throw new SimulationFailure($"the engine stopped by itself: {exception.Message}", exception);
    }

    /// <summary>True when a workflow task failed because the disk of the blobs was broken on order: it is tried again.</summary>
    public static bool IsOfBlobs(string message) =>
        message.Contains(ErrorCodes.BlobStoreFailed.ToString(), StringComparison.Ordinal) && Array.Exists([.. Marks, HandleLost], mark => message.Contains(mark, StringComparison.Ordinal));

    /// <summary>True when a task failed over the disk of the blobs and what it says is encrypted: the engine cannot read it, and the checker of the history does.</summary>
    public static bool IsHidden(string message) =>
        message.Contains(nameof(WorkflowTaskFailedCause.ExternalStorageFailure), StringComparison.Ordinal) && message.EndsWith(HiddenFailure, StringComparison.Ordinal);

    /// <summary>Whether a process ended in the middle of its start, because it was told to.</summary>
    public static bool IsEndOfStart(Exception? exception) =>
        exception is not null && ((exception is IOException && exception.Message == HostDisk.Ended) || IsEndOfStart(exception.InnerException));

    private static bool IsOrdered(Exception cause) => cause is IOException && Marks.Any(mark => cause.Message.Contains(mark, StringComparison.Ordinal));

    /// <summary>It noticed; or the volume's power failed meanwhile, and it finds its files gone.</summary>
    private static bool IsDeposition(Exception cause) =>
        (cause is HoldfastException { Code: var code } && code == ErrorCodes.JournalDeposed) || (cause is IOException && cause.Message.Contains(HandleLost, StringComparison.Ordinal));
}
