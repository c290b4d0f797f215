using Holdfast.Generators.Sources;

namespace Holdfast.Generators.Json;

/// <summary>A type with JSON metadata.</summary>
/// <param name="Type">The type as the runtime sees it.</param>
/// <param name="Shape">How it is written.</param>
/// <param name="Maker">For a value the converter, for a collection or dictionary the factory method.</param>
/// <param name="Arguments">Type arguments of the factory after the type itself: elements, keys and values.</param>
/// <param name="Creator">Expression that creates an empty collection; null when the serializer chooses.</param>
/// <param name="Members">Properties and constructor of an object.</param>
/// <param name="References">Other types whose metadata it needs.</param>
internal sealed record JsonTypeModel(
    string Type,
    JsonShape Shape,
    string? Maker,
    EquatableArray<string> Arguments,
    string? Creator,
    JsonMembers? Members,
    EquatableArray<string> References);
