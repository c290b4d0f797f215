using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

internal static class Json
{
    public static Payloads Payloads(params object?[] values) => Protocol.Payloads.Of([.. values.Select(JsonDataConverter.Default.ToPayload)]);
}
