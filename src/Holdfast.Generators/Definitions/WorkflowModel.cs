using Holdfast.Generators.Json;
using Holdfast.Generators.Sources;

namespace Holdfast.Generators.Definitions;

/// <summary>A workflow to register.</summary>
/// <param name="Name">The workflow type's name.</param>
/// <param name="Type">The workflow class, or the type that declares the static method.</param>
/// <param name="Run">The code.</param>
/// <param name="Signals">Signal handlers.</param>
/// <param name="Queries">Query handlers.</param>
/// <param name="Updates">Update handlers.</param>
/// <param name="IsDynamic">True when it runs every workflow type that no other does.</param>
/// <param name="HasInit">True when its constructor takes the run's arguments.</param>
/// <param name="FailureTypes">Exception types that end it.</param>
/// <param name="Json">JSON metadata of the types in their signatures.</param>
internal sealed record WorkflowModel(
    string Name,
    string Type,
    MethodModel Run,
    EquatableArray<HandlerModel> Signals,
    EquatableArray<HandlerModel> Queries,
    EquatableArray<HandlerModel> Updates,
    bool IsDynamic,
    bool HasInit,
    EquatableArray<string> FailureTypes,
    EquatableArray<JsonTypeModel> Json)
{
    /// <summary>Limits that attributes declare.</summary>
    public LimitSet Limits { get; init; } = LimitSet.None;
}
