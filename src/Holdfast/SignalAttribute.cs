namespace Holdfast;

/// <summary>Marks a workflow's signal handler: a public instance method that returns void, Task or ValueTask.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class SignalAttribute : Attribute
{
    /// <summary>The signal's name. Default: the method name without a trailing "Async".</summary>
    public string? Name { get; init; }

    /// <summary>True for the handler of every signal that has no other: it takes the signal's name and <see cref="RawArguments"/>. Default false.</summary>
    public bool Dynamic { get; init; }

    /// <summary>What the signal is for, in a line for people. Default: none.</summary>
    public string? Description { get; init; }

    /// <summary>What happens when the run closes while the handler is under way. Default <see cref="HandlerUnfinishedPolicy.WarnAndAbandon"/>.</summary>
    public HandlerUnfinishedPolicy UnfinishedPolicy { get; init; }
}
