using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What may leave the engine when a batch is durable. Filled by the owner, released by the journal's writer.</summary>
internal sealed class GatedEffects
{
    private readonly Lock _lock = new();
    private readonly List<GatedEffect> _effects = [];
    private bool _released;

    /// <summary>Adds an effect; false when the batch is durable already and holds nothing back.</summary>
    public bool TryAdd(GatedEffect effect)
    {
        lock (_lock)
        {
            if (!_released)
            {
                _effects.Add(effect);
            }

            return !_released;
        }
    }

    /// <summary>Lets everything out, in order.</summary>
    public void Release()
    {
        var next = 0;
        while (TryNext(ref next, out var effect))
        {
            effect.Release();
        }
    }

    /// <summary>Begins again, for another batch.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            Invariant.That(_effects.Count == 0, "a batch is used again only when its effects were let out");
            _released = false;
        }
    }

    /// <summary>Nothing may leave any more: the journal failed.</summary>
    public void Abandon(Exception exception)
    {
        lock (_lock)
        {
            foreach (var effect in _effects)
            {
                effect.Abandon(exception);
            }

            _effects.Clear();
        }
    }

    private bool TryNext(ref int next, out GatedEffect effect)
    {
        lock (_lock)
        {
            if (next < _effects.Count)
            {
                effect = _effects[next++];
                return true;
            }

            _effects.Clear();
            _released = true;
            effect = default;
            return false;
        }
    }
}
