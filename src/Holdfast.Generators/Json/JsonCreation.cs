namespace Holdfast.Generators.Json;

/// <summary>How an instance of an object type is made.</summary>
internal enum JsonCreation
{
    /// <summary>By new T(…).</summary>
    Constructor,

    /// <summary>By the activator, because C# would ask for the required members.</summary>
    Activator,
}
