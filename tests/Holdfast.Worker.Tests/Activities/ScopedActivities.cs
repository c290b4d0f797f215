namespace Holdfast.Worker.Tests;

public sealed class ScopedActivities : IDisposable
{
    private static int disposed;

    private readonly Guid id = Guid.NewGuid();

    public static int Disposed => disposed;

    [Activity]
    public string Identify() => id.ToString();

    public void Dispose() => Interlocked.Increment(ref disposed);
}
