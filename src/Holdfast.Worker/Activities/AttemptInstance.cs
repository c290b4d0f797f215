using Microsoft.Extensions.DependencyInjection;

namespace Holdfast.Worker;

/// <summary>The instance that an attempt calls, and what must be disposed after it.</summary>
/// <param name="Value">The instance; null for a static activity.</param>
/// <param name="Scope">The attempt's service scope.</param>
/// <param name="IsOwned">True when the instance was made for the attempt by us, and no scope disposes it.</param>
internal readonly record struct AttemptInstance(object? Value, AsyncServiceScope? Scope, bool IsOwned)
{
    public async ValueTask DisposeAsync()
    {
        if (IsOwned)
        {
            await DisposeValueAsync();
        }

        if (Scope is { } scope)
        {
            await scope.DisposeAsync();
        }
    }

    private ValueTask DisposeValueAsync()
    {
        if (Value is IAsyncDisposable asynchronous)
        {
            return asynchronous.DisposeAsync();
        }

        (Value as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }
}
