namespace Holdfast.Generators.Json;

/// <summary>A property of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type as the runtime sees it.</param>
/// <param name="DeclaringType">The type that declares it.</param>
/// <param name="HasGetter">True when it is read.</param>
/// <param name="Setter">How it is set.</param>
/// <param name="Accessor">The accessor's signature, when it is set by one.</param>
/// <param name="Attributes">What its attributes say.</param>
/// <param name="IsVirtual">True when it can be overridden or overrides.</param>
/// <param name="IsRequired">True when JSON must hold it.</param>
internal sealed record JsonPropertyModel(
    string Name,
    string Type,
    string DeclaringType,
    bool HasGetter,
    JsonSetter Setter,
    JsonAccessorModel? Accessor,
    JsonPropertyAttributes Attributes,
    bool IsVirtual,
    bool IsRequired);
