using System.ComponentModel;
using Holdfast.Protocol;

namespace Holdfast.Definitions;

/// <summary>An argument of a captured call, with its declared type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CallArgument
{
    /// <summary>The argument itself.</summary>
    public abstract object? Value { get; }

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
