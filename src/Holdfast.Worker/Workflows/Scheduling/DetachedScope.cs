namespace Holdfast.Worker;

/// <summary>
/// While it is open, no synchronization context is current, so that completing a task posts its continuations to the workflow's queue. With the workflow's own
/// context current they would run inside the completion, before what became ready earlier, and inside user code that cancels a token.
/// </summary>
internal readonly ref struct DetachedScope
{
    private readonly SynchronizationContext? _outer;

    private DetachedScope(SynchronizationContext? outer) => _outer = outer;

    public static DetachedScope Open()
    {
        var scope = new DetachedScope(SynchronizationContext.Current);
        SynchronizationContext.SetSynchronizationContext(null);
        return scope;
    }

    public void Dispose() => SynchronizationContext.SetSynchronizationContext(_outer);
}
