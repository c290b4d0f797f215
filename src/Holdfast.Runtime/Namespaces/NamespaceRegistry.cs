using System.Collections.Concurrent;
using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>The namespaces of an engine: in memory as they were last made durable in the settled store.</summary>
/// <remarks>Threading: safe from any thread; changes are made one at a time.</remarks>
internal sealed class NamespaceRegistry(ISettledStore store, EngineOptions options) : IDisposable
{
    private readonly ConcurrentDictionary<string, NamespaceInfo> _known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _changing = new(1, 1);
    private bool _haveRules;

    /// <summary>Whether any namespace has rules.</summary>
    public bool HaveRules => Volatile.Read(ref _haveRules);

    /// <summary>Every namespace, in no particular order.</summary>
    public IEnumerable<NamespaceInfo> All => _known.Values;

    /// <summary>Reads what is registered, and registers what the options name.</summary>
    /// <returns>True when nothing was registered before.</returns>
    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var stored = await store.ReadRegisteredNamespacesAsync(cancellationToken);
        foreach (var info in stored)
        {
            _known[info.Name] = info;
        }

        NoteRules();
        await EnsureAsync(options.Namespaces.Prepend(NamespaceRules.Default), cancellationToken);
        return stored.Count == 0;
    }

    /// <summary>Registers those that are not, with the host's retention.</summary>
    public async Task EnsureAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        foreach (var name in names.Distinct(StringComparer.Ordinal).Where(n => !_known.ContainsKey(n)))
        {
            await AddAsync(New(name), cancellationToken);
        }
    }

    /// <summary>A namespace as it is when it is registered.</summary>
    public NamespaceInfo New(string name)
    {
        var now = options.TimeProvider.GetUtcNow();
        return new NamespaceInfo { Name = name, Id = options.RunIds.Next(now).Value, CreateTime = now };
    }

    /// <summary>A namespace in whatever state; null when there is none.</summary>
    public NamespaceInfo? TryFind(string name) => _known.GetValueOrDefault(name);

    /// <summary>A namespace in whatever state.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.NamespaceUnknown"/>.</exception>
    public NamespaceInfo Find(string name) => TryFind(name) ?? throw NamespaceFaults.Unknown(name);

    /// <summary>A namespace in which something may happen.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.NamespaceUnknown"/> or <see cref="ErrorCodes.NamespaceDeleted"/>.</exception>
    public NamespaceInfo Require(string name)
    {
        var info = Find(name);
        return info.State == NamespaceState.Deleted ? throw NamespaceFaults.Deleted(name) : info;
    }

    /// <summary>Checks that workflows may start in a namespace.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.NamespaceUnknown"/>, <see cref="ErrorCodes.NamespaceDeleted"/> or <see cref="ErrorCodes.NamespaceDeprecated"/>.</exception>
    public void RequireForStarts(string name)
    {
        if (Require(name).State == NamespaceState.Deprecated)
        {
            throw NamespaceFaults.Deprecated(name);
        }
    }

    /// <summary>How long closed runs of a namespace are kept.</summary>
    public TimeSpan RetentionOf(string name) => _known.GetValueOrDefault(name)?.Retention ?? options.Retention;

    /// <summary>Registers a namespace.</summary>
    public Task<NamespaceInfo> AddAsync(NamespaceInfo info, CancellationToken cancellationToken) => ChangeAsync(
        info.Name,
        known => known is not null
            ? throw NamespaceFaults.AlreadyExists(known)
            : _known.Count >= NamespaceRules.MaximumNamespaces
                ? throw new HoldfastException(ErrorCodes.LimitExceeded, $"There are {_known.Count} namespaces; the most is {NamespaceRules.MaximumNamespaces}.")
                : info,
        cancellationToken);

    /// <summary>Changes a namespace in which something may happen.</summary>
    public Task<NamespaceInfo> UpdateAsync(string name, Func<NamespaceInfo, NamespaceInfo> change, CancellationToken cancellationToken) =>
        ChangeAsync(name, _ => change(Require(name)), cancellationToken);

    /// <summary>Marks a namespace as one that is being deleted. May be repeated.</summary>
    public Task BeginDeletionAsync(string name, CancellationToken cancellationToken) =>
        ChangeAsync(name, _ => Find(name) with { State = NamespaceState.Deleted }, cancellationToken);

    /// <summary>Forgets a namespace.</summary>
    public async Task RemoveAsync(string name)
    {
        await _changing.WaitAsync();
        try
        {
            await store.RemoveNamespaceAsync(name, CancellationToken.None);
            _known.TryRemove(name, out _);
            NoteRules();
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _changing.Dispose();

    private async Task<NamespaceInfo> ChangeAsync(string name, Func<NamespaceInfo?, NamespaceInfo> change, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken);
        try
        {
            var known = _known.GetValueOrDefault(name);
            var changed = change(known);
            if (!ReferenceEquals(changed, known))
            {
                await store.WriteNamespaceAsync(changed, CancellationToken.None);
                _known[name] = changed;
                NoteRules();
            }

            return changed;
        }
        finally
        {
            _changing.Release();
        }
    }

    private void NoteRules() => Volatile.Write(ref _haveRules, _known.Values.Any(static n => n.Rules.Count > 0));
}
