using System.Collections;

namespace Holdfast.Protocol;

/// <summary>Reset points of a chain of runs, oldest first, one for each build. Does not change; equal to another list of the same points.</summary>
public sealed class ResetPointList : IReadOnlyList<ResetPoint>, IEquatable<ResetPointList>
{
    /// <summary>Most reset points that a run keeps; the oldest go first.</summary>
    public const int MaximumCount = 20;

    /// <summary>No reset points.</summary>
    public static readonly ResetPointList Empty = new([]);

    private readonly ResetPoint[] _points;

    private ResetPointList(ResetPoint[] points) => _points = points;

    /// <inheritdoc/>
    public int Count => _points.Length;

    /// <inheritdoc/>
    public ResetPoint this[int index] => _points[index];

    /// <summary>A list of the points.</summary>
    /// <param name="points">The points, oldest first.</param>
    public static ResetPointList Of(IEnumerable<ResetPoint> points) => new([.. points]);

    /// <summary>The point of a build; null when there is none.</summary>
    /// <param name="buildId">The build.</param>
    public ResetPoint? Find(string buildId) => Array.Find(_points, p => string.Equals(p.BuildId, buildId, StringComparison.Ordinal));

    /// <summary>This list with another point behind it, and without the oldest when that would be too many.</summary>
    /// <param name="point">The point of a build that has none yet.</param>
    public ResetPointList With(ResetPoint point) => new([.. _points.AsSpan(Math.Max(0, _points.Length + 1 - MaximumCount)), point]);

    /// <inheritdoc/>
    public IEnumerator<ResetPoint> GetEnumerator() => ((IEnumerable<ResetPoint>)_points).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ResetPointList? other) => other is not null && _points.AsSpan().SequenceEqual(other._points);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ResetPointList);

    /// <inheritdoc/>
    public override int GetHashCode() => _points.Length == 0 ? 0 : HashCode.Combine(_points.Length, _points[^1]);
}
