namespace Holdfast;

/// <summary>Marks a workflow's signal handler: a public instance method that returns void, Task or ValueTask.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class SignalAttribute : Attribute
{
    /// <summary>The signal's name. Default: the method name without a trailing "Async".</summary>
    public string? Name { get; init; }
}
