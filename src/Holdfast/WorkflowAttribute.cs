namespace Holdfast;

/// <summary>
/// Marks a workflow: a class whose public instance method named RunAsync is the workflow's code, or a static async method that is the code itself.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class WorkflowAttribute : Attribute
{
    /// <summary>The workflow type's name. Default: the class or method name, without a trailing "Async" for a method.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// True for the workflow that runs every workflow type that the worker knows no other for: its code takes <see cref="RawArguments"/>, and finds the type in
    /// <see cref="WorkflowInfo.WorkflowType"/>. Default false.
    /// </summary>
    public bool Dynamic { get; init; }

    /// <summary>Exception types (and their subtypes) that end the workflow when its code throws them, beside failures and cancellations and those that the worker names. Default: none.</summary>
    public Type[] FailureExceptionTypes { get; init; } = [];
}
