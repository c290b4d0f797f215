namespace Holdfast.Agents;

/// <summary>Watches the calls of a scripted model, for example to keep an outside ledger of what was asked and paid.</summary>
/// <remarks>Called on the call's own path: an observer that throws fails the call.</remarks>
public interface IModelCallObserver
{
    /// <summary>A call has arrived and is not answered yet.</summary>
    ValueTask CallStartingAsync(ModelCallNotice call, CancellationToken cancellationToken);

    /// <summary>A call ends.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failure">What it fails with; null when it is answered.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask CallEndedAsync(ModelCallNotice call, Exception? failure, CancellationToken cancellationToken);
}
