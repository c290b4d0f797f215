namespace Holdfast;

/// <summary>Marks a workflow's query handler: a public instance method that returns a value at once and changes nothing.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class QueryAttribute : Attribute
{
    /// <summary>The query's name. Default: the method name.</summary>
    public string? Name { get; init; }
}
