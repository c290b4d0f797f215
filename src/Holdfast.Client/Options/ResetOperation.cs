using Holdfast.Protocol;

namespace Holdfast;

/// <summary>What is done to the run that comes of a reset: behind what is carried over, and before its code goes on.</summary>
public abstract record ResetOperation
{
    private ResetOperation()
    {
    }

    /// <summary>Signals it.</summary>
    /// <param name="Name">The signal's name.</param>
    /// <param name="Arguments">Its arguments, each serialised as what it is at run time.</param>
    public sealed record Signal(string Name, params IReadOnlyList<object?> Arguments) : ResetOperation;

    /// <summary>Changes its priority.</summary>
    /// <param name="Priority">The new one; null for the one that the run started with.</param>
    /// <param name="Fields">What of it is changed.</param>
    public sealed record ChangePriority(Priority? Priority, PriorityFields Fields = PriorityFields.All) : ResetOperation;
}
