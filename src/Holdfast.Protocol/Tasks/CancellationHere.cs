namespace Holdfast.Protocol;

/// <summary>Cancels on the thread that asks for it.</summary>
internal static class CancellationHere
{
    /// <summary>
    /// Cancels, and calls those who wait for it before it returns. <see cref="CancellationTokenSource.CancelAsync"/> gives the calls to the thread pool, where neither a
    /// simulation nor the scheduler of whoever asked sees them.
    /// </summary>
    public static void CancelHere(this CancellationTokenSource source) => source.Cancel();
}
