namespace Holdfast;

/// <summary>
/// Marks a workflow: a class whose public instance method named RunAsync is the workflow's code, or a static async method that is the code itself.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class WorkflowAttribute : Attribute
{
    /// <summary>The workflow type's name. Default: the class or method name, without a trailing "Async" for a method.</summary>
    public string? Name { get; init; }
}
