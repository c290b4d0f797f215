using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Turns values into payloads and back.</summary>
/// <remarks>Threading: safe from any thread. Determinism: equal values give equal bytes. Errors: <see cref="HoldfastException"/> with code HF3100 when a value or payload cannot be converted, naming the type.</remarks>
public interface IDataConverter
{
    /// <summary>Serialises a value as its declared type.</summary>
    Payload ToPayload<T>(T value);

    /// <summary>Reads a value of a type.</summary>
    T FromPayload<T>(Payload payload);
}
