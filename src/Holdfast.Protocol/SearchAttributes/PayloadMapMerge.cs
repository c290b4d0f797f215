namespace Holdfast.Protocol;

/// <summary>Applies changes to search attributes or memos.</summary>
public static class PayloadMapMerge
{
    /// <summary>The entries with the changes: a change without a value (<see cref="SearchAttributePayload.IsUnset"/>) takes its entry away.</summary>
    public static PayloadMap Apply(PayloadMap current, PayloadMap changes)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(changes);
        return changes.Count == 0
            ? current
            : PayloadMap.Of(current.Where(e => !changes.ContainsKey(e.Key)).Concat(changes.Where(e => !SearchAttributePayload.IsUnset(e.Value))));
    }
}
