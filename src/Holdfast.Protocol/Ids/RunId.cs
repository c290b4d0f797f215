using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Protocol;

/// <summary>Identifies one run (one execution) of a workflow. A UUID version 7, so that run IDs sort by start time.</summary>
/// <param name="Value">The UUID.</param>
public readonly record struct RunId(Guid Value) : IComparable<RunId>
{
    /// <summary>The absent run ID: "whichever run of the workflow ID is current".</summary>
    public static RunId None => default;

    /// <summary>True when no particular run is named.</summary>
    public bool IsNone => Value == Guid.Empty;

    /// <summary>Reads the form that <see cref="ToString"/> writes.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when the text is not a UUID.</exception>
    public static RunId Parse(string text) =>
        TryParse(text, out var runId)
            ? runId
            : throw new HoldfastException(ErrorCodes.InvalidArgument, $"'{text}' is not a run ID. A run ID is a UUID such as 0199b0c4-7d2e-7c3a-9f10-6a3e0c5d8b21.");

    /// <summary>Reads the form that <see cref="ToString"/> writes; false when the text is not a UUID.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RunId runId)
    {
        var parsed = Guid.TryParse(text, out var value);
        runId = new RunId(value);
        return parsed;
    }

    /// <inheritdoc/>
    public int CompareTo(RunId other) => Value.CompareTo(other.Value);

    /// <summary>Lower-case UUID with hyphens, or the empty string for <see cref="None"/>.</summary>
    public override string ToString() => IsNone ? string.Empty : Value.ToString("D");

    /// <summary>Orders run IDs.</summary>
    public static bool operator <(RunId left, RunId right) => left.CompareTo(right) < 0;

    /// <summary>Orders run IDs.</summary>
    public static bool operator >(RunId left, RunId right) => left.CompareTo(right) > 0;

    /// <summary>Orders run IDs.</summary>
    public static bool operator <=(RunId left, RunId right) => left.CompareTo(right) <= 0;

    /// <summary>Orders run IDs.</summary>
    public static bool operator >=(RunId left, RunId right) => left.CompareTo(right) >= 0;
}
