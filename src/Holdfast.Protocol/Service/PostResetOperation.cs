namespace Holdfast.Protocol;

/// <summary>What is done to the run that comes of a reset: behind what is carried over, and before its code goes on.</summary>
public abstract record PostResetOperation
{
    private PostResetOperation()
    {
    }

    /// <summary>Signals it.</summary>
    /// <param name="SignalName">The signal's name.</param>
    /// <param name="Input">The arguments.</param>
    /// <param name="Header">What goes along to the workflow's interceptors.</param>
    public sealed record Signal(string SignalName, Payloads Input, PayloadMap Header) : PostResetOperation;

    /// <summary>Changes its priority.</summary>
    /// <param name="Priority">The new one; null for the one that the run started with.</param>
    /// <param name="Fields">What of it is changed.</param>
    public sealed record ChangePriority(Priority? Priority, PriorityFields Fields) : PostResetOperation;
}
