using System.Collections;
using Holdfast.Protocol;

namespace Holdfast.Testing.Tests.Data;

/// <summary>Finds every payload in an event, by its properties, so that an event that is added later is looked at as well.</summary>
internal static class PayloadsIn
{
    public static IEnumerable<Payload> Of(object? value) => value switch
    {
        null or string or RunId => [],
        Payload payload => [payload],
        PayloadMap map => map.Values,
        IEnumerable items => items.Cast<object?>().SelectMany(Of),
        _ when value.GetType().Namespace == typeof(Payload).Namespace && !value.GetType().IsEnum => value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0).SelectMany(p => Of(p.GetValue(value))),
        _ => [],
    };
}
