namespace Holdfast.Protocol;

/// <summary>What is wrong with search attributes.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record SearchAttributeProblem(ErrorCode Code, string Message)
{
    /// <summary>The problem as an error to throw.</summary>
    public HoldfastException ToException() => new(Code, Message);
}
