using Holdfast.Generators.Sources;

namespace Holdfast.Generators.Json;

/// <summary>Properties and constructor of an object.</summary>
/// <param name="IsValueType">True for a struct, whose properties are set in its box.</param>
/// <param name="Creation">How an instance is made.</param>
/// <param name="Parameters">Parameters of the constructor.</param>
/// <param name="Properties">Properties, in the order in which reflection finds them.</param>
internal sealed record JsonMembers(bool IsValueType, JsonCreation Creation, EquatableArray<JsonParameterModel> Parameters, EquatableArray<JsonPropertyModel> Properties);
