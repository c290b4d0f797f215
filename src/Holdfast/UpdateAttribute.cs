namespace Holdfast;

/// <summary>Marks a workflow's update handler: a public instance method that returns Task or Task of a result.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class UpdateAttribute : Attribute
{
    /// <summary>The update's name. Default: the method name without a trailing "Async".</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Name (use nameof) of a public instance method with the same parameters that returns void and throws to refuse the update before it leaves a trace. Default: none.
    /// </summary>
    public string? Validator { get; init; }
}
