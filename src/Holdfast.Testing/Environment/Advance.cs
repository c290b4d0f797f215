namespace Holdfast.Testing;

/// <summary>A test lets time pass.</summary>
/// <param name="target">Up to when.</param>
internal sealed class Advance(DateTimeOffset target)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DateTimeOffset Target => target;

    public Task Reached => _reached.Task;

    public void Complete() => _reached.TrySetResult();

    public void Abandon(Exception exception) => _reached.TrySetException(exception);
}
