using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Values that travel with a failure or a heartbeat.</summary>
public sealed class FailureDetails
{
    /// <summary>No values.</summary>
    public static readonly FailureDetails Empty = new([], null, null);

    private readonly IReadOnlyList<object?> _values;
    private readonly Payloads? _payloads;
    private readonly IDataConverter? _converter;

    private FailureDetails(IReadOnlyList<object?> values, Payloads? payloads, IDataConverter? converter)
    {
        _values = values;
        _payloads = payloads;
        _converter = converter;
    }

    /// <summary>Number of values.</summary>
    public int Count => _payloads?.Count ?? _values.Count;

    /// <summary>Details from values of this process.</summary>
    public static FailureDetails Of(IReadOnlyList<object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count == 0 ? Empty : new FailureDetails(values, null, null);
    }

    /// <summary>Details that were received.</summary>
    public static FailureDetails Of(Payloads payloads, IDataConverter converter)
    {
        ArgumentNullException.ThrowIfNull(payloads);
        return payloads.Count == 0 ? Empty : new FailureDetails([], payloads, converter);
    }

    /// <summary>Reads a value.</summary>
    /// <param name="index">Position, from 0.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.ArgumentMissing"/> when there are fewer values; <see cref="ErrorCodes.ConversionFailed"/> when it is of another type.</exception>
    public T Get<T>(int index)
    {
        if (index < 0 || index >= Count)
        {
            throw new HoldfastException(ErrorCodes.ArgumentMissing, $"Detail number {index + 1} was asked for, but there are {Count}.");
        }

        return _payloads is null ? Cast<T>(_values[index]) : _converter!.FromPayload<T>(_payloads[index]);
    }

    /// <summary>Serialises the values.</summary>
    public Payloads ToPayloads(IDataConverter dataConverter)
    {
        ArgumentNullException.ThrowIfNull(dataConverter);
        return _payloads ?? Payloads.Of([.. _values.Select(dataConverter.ToPayload)]);
    }

    private static T Cast<T>(object? value)
    {
        if (value is T typed)
        {
            return typed;
        }

        if (value is null && default(T) is null)
        {
            return default!;
        }

        throw new HoldfastException(ErrorCodes.ConversionFailed, $"The detail is {value?.GetType().ToString() ?? "null"}, not {typeof(T)}.");
    }
}
