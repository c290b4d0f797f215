namespace Holdfast;

/// <summary>Tags of measurements.</summary>
internal static class MetricTags
{
    /// <summary>Both lists; of two tags with one name the later holds.</summary>
    public static KeyValuePair<string, object?>[] Merge(KeyValuePair<string, object?>[] tags, IReadOnlyList<KeyValuePair<string, object?>> added)
    {
        ArgumentNullException.ThrowIfNull(added);
        return added.Count == 0 ? tags : [.. tags.Where(t => !added.Any(a => string.Equals(a.Key, t.Key, StringComparison.Ordinal))), .. added];
    }
}
