namespace Holdfast;

/// <summary>Marks a workflow's query handler: a public instance method that returns a value at once and changes nothing.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class QueryAttribute : Attribute
{
    /// <summary>The query's name. Default: the method name.</summary>
    public string? Name { get; init; }

    /// <summary>True for the handler of every query that has no other: it takes the query's name and <see cref="RawArguments"/>. Default false.</summary>
    public bool Dynamic { get; init; }

    /// <summary>What the query tells, in a line for people. Default: none.</summary>
    public string? Description { get; init; }
}
