namespace Holdfast;

/// <summary>Marks a workflow's update handler: a public instance method that returns Task or Task of a result.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class UpdateAttribute : Attribute
{
    /// <summary>The update's name. Default: the method name without a trailing "Async".</summary>
    public string? Name { get; init; }

    /// <summary>True for the handler of every update that has no other: it takes the update's name and <see cref="RawArguments"/>. Default false.</summary>
    public bool Dynamic { get; init; }

    /// <summary>What the update is for, in a line for people. Default: none.</summary>
    public string? Description { get; init; }

    /// <summary>What happens when the run closes while the handler is under way. Default <see cref="HandlerUnfinishedPolicy.WarnAndAbandon"/>.</summary>
    public HandlerUnfinishedPolicy UnfinishedPolicy { get; init; }

    /// <summary>
    /// Name (use nameof) of a public instance method with the same parameters that returns void and throws to refuse the update before it leaves a trace. Default: none.
    /// </summary>
    public string? Validator { get; init; }
}
