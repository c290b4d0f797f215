using System.Collections.Concurrent;

namespace Holdfast.Hosting.Tests;

/// <summary>A place where code holds its thread until the test lets it go, by name.</summary>
public sealed class BlockingGate
{
    private static readonly ConcurrentDictionary<string, BlockingGate> Gates = [];

    public ManualResetEventSlim Entered { get; } = new();

    public ManualResetEventSlim Released { get; } = new();

    public static BlockingGate Named(string name) => Gates.GetOrAdd(name, static _ => new BlockingGate());

    public void Pass()
    {
        Entered.Set();
        Released.Wait();
    }
}
