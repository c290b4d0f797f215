using System.ComponentModel;
using Holdfast.Protocol;

namespace Holdfast.Definitions;

/// <summary>Serialised arguments of a call that is about to be made, and the way to serialise its result.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct InvocationArguments : IEquatable<InvocationArguments>
{
    private readonly Payloads _payloads;
    private readonly IDataConverter _converter;

    /// <summary>Creates the arguments.</summary>
    /// <param name="payloads">The arguments.</param>
    /// <param name="converter">Reads them.</param>
    /// <param name="name">What is called, for a definition that serves many names.</param>
    public InvocationArguments(Payloads payloads, IDataConverter converter, string name = "")
    {
        _payloads = payloads;
        _converter = converter;
        Name = name;
    }

    /// <summary>What is called: the workflow type, activity type, signal, query or update.</summary>
    public string Name { get; }

    /// <summary>Number of arguments sent.</summary>
    public int Count => _payloads.Count;

    /// <summary>An argument that must have been sent.</summary>
    /// <exception cref="HoldfastException">Code HF3101 when it was not sent.</exception>
    public T Get<T>(int index, string parameterName) =>
        index < _payloads.Count
            ? _converter.FromPayload<T>(_payloads[index])
            : throw new HoldfastException(ErrorCodes.ArgumentMissing, $"Parameter '{parameterName}' (number {index + 1}) got no argument: {_payloads.Count} were sent. Send it, or give the parameter a default value.");

    /// <summary>An argument, or the parameter's default value when it was not sent.</summary>
    public T GetOrDefault<T>(int index, T defaultValue) => index < _payloads.Count ? _converter.FromPayload<T>(_payloads[index]) : defaultValue;

    /// <summary>All arguments, unread.</summary>
    public RawArguments ToRaw() => new(_payloads, _converter);

    /// <summary>Serialises a result.</summary>
    public Payloads Result<T>(T value) => Payloads.Of(_converter.ToPayload(value));

    /// <inheritdoc/>
    public bool Equals(InvocationArguments other) => ReferenceEquals(_payloads, other._payloads) && ReferenceEquals(_converter, other._converter) && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is InvocationArguments other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_payloads, _converter);

    /// <summary>Compares.</summary>
    public static bool operator ==(InvocationArguments left, InvocationArguments right) => left.Equals(right);

    /// <summary>Compares.</summary>
    public static bool operator !=(InvocationArguments left, InvocationArguments right) => !left.Equals(right);
}
