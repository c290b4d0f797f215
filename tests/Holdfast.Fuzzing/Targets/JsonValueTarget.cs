using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Fuzzing;

/// <summary>Arguments and results in JSON.</summary>
internal sealed class JsonValueTarget() : FuzzTarget("json-values", ErrorCodes.ConversionFailed)
{
    private static readonly Action<Payload>[] Readers =
    [
        Reader<string>(),
        Reader<int>(),
        Reader<double>(),
        Reader<bool>(),
        Reader<Guid>(),
        Reader<DateTimeOffset>(),
        Reader<TimeSpan>(),
        Reader<List<string>>(),
        Reader<Dictionary<string, long>>(),
        Reader<JsonElement>(),
    ];

    public override IReadOnlyList<byte[]> Samples { get; } = HostileWords.Texts(
        "\"text\\n\"", "42", "1.5e3", "true", "\"0199b0c4-7d2e-7c3a-9f10-6a3e0c5d8b21\"", "\"2026-01-02T03:04:05.678+01:00\"", "\"1.02:03:04\"", "[\"a\",\"b\"]", "{\"a\":1,\"b\":2}");

    public override long AllowanceBytes(int inputBytes) => Readers.Length * base.AllowanceBytes(inputBytes);

    public override void Read(byte[] input)
    {
        foreach (var read in Readers)
        {
            try
            {
                read(new Payload(Payload.JsonEncoding, input));
            }
            catch (HoldfastException exception) when (IsRefusal(exception))
            {
                // Then it may still be of another type.
            }
        }
    }

    private static Action<Payload> Reader<T>() => payload => _ = JsonDataConverter.Default.FromPayload<T>(payload);
}
