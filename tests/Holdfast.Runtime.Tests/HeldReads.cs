using System.Reflection;
using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime.Tests;

/// <summary>A settled store that reads runs at once, and keeps what it has read until the test lets it go.</summary>
#pragma warning disable CA1852 // the proxy derives from it while the test runs
internal class HeldReads : DispatchProxy
#pragma warning restore CA1852
{
    private TaskCompletionSource? _held;
    private ISettledStore? _store;

    /// <summary>The method that fails; empty for none.</summary>
    public string Failing { get; set; } = string.Empty;

    /// <summary>How often it failed.</summary>
    public int FailureCount { get; private set; }

    /// <summary>The method whose answers are held.</summary>
    public string Held { get; set; } = string.Empty;

    public static (ISettledStore Store, HeldReads Reads) Of(ISettledStore store)
    {
        var proxy = Create<ISettledStore, HeldReads>();
        var reads = (HeldReads)(object)proxy;
        reads._store = store;
        return (proxy, reads);
    }

    public void Hold(string method)
    {
        Held = method;
        _held = new TaskCompletionSource();
    }

    public void Release()
    {
        Held = string.Empty;
        _held!.SetResult();
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == Failing)
        {
            FailureCount++;
            throw new HoldfastException(ErrorCodes.Unavailable, "The store is away.");
        }

        var answer = targetMethod.Invoke(_store, args);
        return targetMethod.Name == Held
            ? answer switch
            {
                Task<IReadOnlyList<SettledRun>> runs => LateAsync(runs),
                Task<SettledRun?> run => LateAsync(run),
                Task<SettledRunSummary?> summary => LateAsync(summary),
                Task<IReadOnlyList<BlobId>> blobs => LateAsync(blobs),
                _ => answer,
            }
            : answer;
    }

    private async Task<T> LateAsync<T>(Task<T> answer)
    {
        await _held!.Task;
        return await answer;
    }
}
