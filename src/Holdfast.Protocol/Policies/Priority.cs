using System.Text;

namespace Holdfast.Protocol;

/// <summary>Which tasks of a task queue come first. A workflow's priority is that of its activities and children, property by property, unless they have their own.</summary>
public sealed record Priority
{
    /// <summary>The priority key that comes first.</summary>
    public const int FirstPriorityKey = 1;

    /// <summary>The priority key that comes last.</summary>
    public const int LastPriorityKey = 5;

    /// <summary>The priority key of tasks that have none.</summary>
    public const int DefaultPriorityKey = 3;

    /// <summary>Longest fairness key, in bytes of UTF-8.</summary>
    public const int MaximumFairnessKeyBytes = 64;

    /// <summary>Least weight of a fairness key.</summary>
    public const double MinimumFairnessWeight = 0.001;

    /// <summary>Greatest weight of a fairness key.</summary>
    public const double MaximumFairnessWeight = 1_000;

    /// <summary>The weight of fairness keys that have none.</summary>
    public const double DefaultFairnessWeight = 1;

    /// <summary>1 (first) to 5 (last); 0 means the default, 3, or that of the workflow or parent.</summary>
    public int PriorityKey { get; init; }

    /// <summary>Tasks of one priority are dispatched in proportion to the weights of their fairness keys. At most 64 bytes of UTF-8; empty is a key like any other, or that of the workflow or parent.</summary>
    public string FairnessKey { get; init; } = string.Empty;

    /// <summary>Weight of the fairness key, 0.001 to 1,000; 0 means the default, 1, or that of the workflow or parent.</summary>
    public double FairnessWeight { get; init; }

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> naming the property.</exception>
    public void Validate()
    {
        Requirement.That(PriorityKey is >= 0 and <= LastPriorityKey, $"Priority.PriorityKey is {PriorityKey}; it must be 1 (first) to 5 (last), or 0 for the default.");
        Requirement.That(WellFormedText.Is(FairnessKey), "Priority.FairnessKey holds half a surrogate pair, which UTF-8 cannot express.");
        var bytes = Encoding.UTF8.GetByteCount(FairnessKey);
        Requirement.That(bytes <= MaximumFairnessKeyBytes, $"Priority.FairnessKey has {bytes} bytes of UTF-8; at most {MaximumFairnessKeyBytes} are allowed.");
        Requirement.That(FairnessWeight is 0 or (>= MinimumFairnessWeight and <= MaximumFairnessWeight), $"Priority.FairnessWeight is {FairnessWeight}; it must be 0.001 to 1,000, or 0 for the default.");
    }
}
