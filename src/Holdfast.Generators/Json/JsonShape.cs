namespace Holdfast.Generators.Json;

/// <summary>How a type is written as JSON, and so which factory makes its metadata.</summary>
internal enum JsonShape
{
    /// <summary>By a converter of the serializer, or one that an attribute names.</summary>
    Value,
    Enum,
    Nullable,
    Array,
    Collection,
    Dictionary,
    Object,
}
