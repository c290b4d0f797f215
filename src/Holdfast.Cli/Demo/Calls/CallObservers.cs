namespace Holdfast.Cli.Demo.Calls;

/// <summary>Several observers as one.</summary>
internal sealed class CallObservers(IReadOnlyList<ICallObserver> observers) : ICallObserver
{
    /// <inheritdoc/>
    public void Began(CallStart call)
    {
        foreach (var observer in observers)
        {
            observer.Began(call);
        }
    }

    /// <inheritdoc/>
    public void Ended(CallEnd call)
    {
        foreach (var observer in observers)
        {
            observer.Ended(call);
        }
    }
}
