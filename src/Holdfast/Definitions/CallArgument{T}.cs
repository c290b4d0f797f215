using System.ComponentModel;
using Holdfast.Protocol;

namespace Holdfast.Definitions;

/// <summary>An argument of a captured call.</summary>
/// <typeparam name="T">Its declared type.</typeparam>
/// <param name="value">Its value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CallArgument<T>(T value) : CallArgument
{
    /// <inheritdoc/>
    public override object? Value => value;

    /// <inheritdoc/>
    public override Payload ToPayload(IDataConverter converter) => converter.ToPayload(value);
}
