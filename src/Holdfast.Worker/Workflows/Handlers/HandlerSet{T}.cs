using Holdfast.Definitions;

namespace Holdfast.Worker;

/// <summary>A run's handlers of one kind: those of its class, and what its code changed of them.</summary>
/// <param name="declared">Those of the class.</param>
internal sealed class HandlerSet<T>(IReadOnlyList<T> declared)
    where T : HandlerDefinition
{
    private readonly List<T> _handlers = [.. declared];

    /// <summary>The handlers, the catch-all one among them.</summary>
    public IReadOnlyList<T> All => _handlers;

    /// <summary>The handler of a name; else the catch-all one, unless the name is reserved; null when there is neither.</summary>
    public T? Find(string name) => Named(name) ?? (ReservedNames.Has(name) ? null : _handlers.Find(static h => h.IsDynamic));

    public void Set(T handler)
    {
        Remove(handler.IsDynamic ? null : handler.Name);
        _handlers.Add(handler);
    }

    /// <summary>Removes the handler of a name; null is the catch-all one.</summary>
    public void Remove(string? name) => _handlers.RemoveAll(h => name is null ? h.IsDynamic : IsNamed(h, name));

    private T? Named(string name)
    {
        foreach (var handler in _handlers)
        {
            if (IsNamed(handler, name))
            {
                return handler;
            }
        }

        return null;
    }

    private static bool IsNamed(T handler, string name) => !handler.IsDynamic && string.Equals(handler.Name, name, StringComparison.Ordinal);
}
