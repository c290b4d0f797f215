using System.Diagnostics.CodeAnalysis;
using Holdfast.Definitions;

namespace Holdfast.Worker;

/// <summary>An activity that a worker serves, and where its instance comes from.</summary>
public sealed record ActivityRegistration
{
    /// <summary>The activity.</summary>
    public required ActivityDefinition Definition { get; init; }

    /// <summary>The class to make when the services hold no instance of <see cref="ActivityDefinition.DeclaringType"/>. Default: the declaring type.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
    public Type? InstanceType { get; init; }

    /// <summary>The one instance to use for every attempt. Default: one per attempt, from the services.</summary>
    public object? Instance { get; init; }
}
