namespace Holdfast.Worker.Tests;

public sealed class ScopedActivities : IDisposable
{
    private static int _disposed;

    private readonly Guid _id = Guid.NewGuid();

    public static int Disposed => _disposed;

    [Activity]
    public string Identify() => _id.ToString();

    public void Dispose() => Interlocked.Increment(ref _disposed);
}
