using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Arguments as they were sent, converted one by one when they are asked for: what catch-all workflows, activities and handlers get.</summary>
/// <param name="payloads">The arguments.</param>
/// <param name="converter">Reads them.</param>
public sealed class RawArguments(Payloads payloads, IDataConverter converter)
{
    /// <summary>Number of arguments sent.</summary>
    public int Count => payloads.Count;

    /// <summary>The arguments unread, for example to send them on.</summary>
    public Payloads Payloads => payloads;

    /// <summary>An argument unread.</summary>
    /// <param name="index">Position, from 0.</param>
    public Payload this[int index] => payloads[index];

    /// <summary>Reads an argument.</summary>
    /// <param name="index">Position, from 0.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.ArgumentMissing"/> when it was not sent; <see cref="ErrorCodes.ConversionFailed"/> when it is of another type.</exception>
    public T Get<T>(int index) =>
        index >= 0 && index < payloads.Count
            ? converter.FromPayload<T>(payloads[index])
            : throw new HoldfastException(ErrorCodes.ArgumentMissing, $"Argument number {index + 1} was asked for, but {payloads.Count} were sent.");

    /// <summary>Reads an argument, or gives a default when it was not sent.</summary>
    /// <param name="index">Position, from 0.</param>
    /// <param name="defaultValue">What to give when it was not sent.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.ConversionFailed"/> when it is of another type.</exception>
    public T GetOrDefault<T>(int index, T defaultValue) => index >= 0 && index < payloads.Count ? converter.FromPayload<T>(payloads[index]) : defaultValue;

    /// <summary>The arguments with one of them replaced, for interceptors.</summary>
    /// <param name="index">Position, from 0; that of an argument that was sent.</param>
    /// <param name="value">The other argument, serialised as its declared type.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.ArgumentMissing"/> when there is none at that position.</exception>
    public RawArguments With<T>(int index, T value) =>
        index >= 0 && index < payloads.Count
            ? new RawArguments(Payloads.Of([.. payloads.Select((p, i) => i == index ? converter.ToPayload(value) : p)]), converter)
            : throw new HoldfastException(ErrorCodes.ArgumentMissing, $"Argument number {index + 1} is to be replaced, but {payloads.Count} were sent.");

    /// <summary>Serialises what stands for a result, for interceptors that replace one.</summary>
    /// <param name="value">The result, serialised as its declared type.</param>
    public Payloads ToResult<T>(T value) => Payloads.Of(converter.ToPayload(value));

    /// <summary>Reads the result of the call that has these arguments, for interceptors that look at it.</summary>
    /// <param name="result">The result.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.ConversionFailed"/> when it is of another type.</exception>
    public T FromResult<T>(Payloads result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Count == 0 ? default! : converter.FromPayload<T>(result[0]);
    }
}
