using System.ComponentModel;
using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Definitions;

/// <summary>An argument of a captured call, with its declared type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CallArgument
{
    /// <summary>The argument itself.</summary>
    public abstract object? Value { get; }

    /// <summary>True when it is the concurrency key of the call, unless its options give one.</summary>
    public bool IsConcurrencyKey { get; init; }

    /// <summary>The concurrency key among arguments, as text that depends on no culture; empty when there is none.</summary>
    public static string ConcurrencyKeyOf(IReadOnlyList<CallArgument> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].IsConcurrencyKey)
            {
                return arguments[i].Value switch
                {
                    null => string.Empty,
                    IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
                    var value => value.ToString() ?? string.Empty,
                };
            }
        }

        return string.Empty;
    }

    /// <summary>Makes an argument, for an interceptor that replaces one.</summary>
    /// <typeparam name="T">The type that it is serialised as.</typeparam>
    /// <param name="value">Its value.</param>
    public static CallArgument Of<T>(T value) => new CallArgument<T>(value);

    /// <summary>Serialises the argument as its declared type.</summary>
    public abstract Payload ToPayload(IDataConverter converter);

    /// <summary>Serialises arguments in order.</summary>
    public static Payloads ToPayloads(IReadOnlyList<CallArgument> arguments, IDataConverter converter)
    {
        if (arguments.Count == 0)
        {
            return Payloads.Empty;
        }

        var payloads = new Payload[arguments.Count];
        for (var i = 0; i < payloads.Length; i++)
        {
            payloads[i] = arguments[i].ToPayload(converter);
        }

        return Payloads.Of(payloads);
    }
}
