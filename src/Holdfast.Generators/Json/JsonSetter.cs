namespace Holdfast.Generators.Json;

/// <summary>How a property is set.</summary>
internal enum JsonSetter
{
    None,
    Assignment,

    /// <summary>By an unsafe accessor, because C# allows it in initialisers only, or not from outside.</summary>
    Accessor,
}
