using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Holdfast.Protocol;
using Holdfast.Worker;

namespace Holdfast.Simulation;

/// <summary>
/// How a world hides its payloads: they are compressed and encrypted, with keys that are rotated while everything goes on. Clients and workers get a new key at one time, and
/// begin to use it each at their own.
/// </summary>
internal sealed class WorldEncryption
{
    private const int WorldsPerOne = 6;
    private const int MostRotations = 3;
    private const int LongestUntilRotation = 20_000;
    private const int LongestUntilUse = 5_000;
    private readonly Random _chance;
    private readonly EncryptionKeyRing _clientKeys = FirstKey();
    private readonly EncryptionKeyRing _workerKeys = FirstKey();
    private readonly EncryptionBinding _binding;
    private readonly bool _encodesFailures;

    private WorldEncryption(Random chance)
    {
        _chance = chance;
        _binding = (EncryptionBinding)chance.Next(3);
        _encodesFailures = chance.Next(2) == 0;
        OfClients = NewConverter(_clientKeys);
        OfWorkers = NewConverter(_workerKeys);
    }

    /// <summary>Reads what any world encrypted, and what none did.</summary>
    public static CodecDataConverter Reader { get; } = new([new CompressionCodec(), new EncryptionCodec(AllKeys(), EncryptionBinding.Namespace)]);

    /// <summary>What clients convert with.</summary>
    public IDataConverter OfClients { get; }

    /// <summary>What workers convert with.</summary>
    public IDataConverter OfWorkers { get; }

    /// <summary>Sees to it that nothing is written in the clear.</summary>
    public PlaintextWatch Plaintext { get; } = new();

    /// <summary>Draws it; null in a world that hides nothing.</summary>
    public static WorldEncryption? Draw(Random chance) => chance.Next(WorldsPerOne) == 0 ? new WorldEncryption(chance) : null;

    /// <summary>A payload of a workflow as it was before it was encrypted, if it was.</summary>
    public static Payload Open(Payload payload, string @namespace, string workflowId) =>
        ((CodecDataConverter)Reader.WithContext(new SerializationContext { Namespace = @namespace, WorkflowId = workflowId })).Decode(payload);

    /// <summary>The world begins: keys will be rotated.</summary>
    public void Begin(World world)
    {
        var time = TimeSpan.Zero;
        foreach (var number in Enumerable.Range(2, _chance.Next(1, MostRotations + 1)))
        {
            time += DrawTime(LongestUntilRotation);
            world.After(time, () => Rotate(world, number));
            time += TimeSpan.FromMilliseconds(LongestUntilUse);
        }
    }

    /// <summary>Has a worker encrypt.</summary>
    public void ApplyTo(WorkerBuilder builder) => builder.DataConverter = OfWorkers;

    /// <summary>Has a client encrypt.</summary>
    public void ApplyTo(HoldfastClientOptions options) => options.DataConverter = OfClients;

    private static EncryptionKeyRing FirstKey() => new(KeyId(1), Key(1));

    private static EncryptionKeyRing AllKeys() => Enumerable.Range(2, MostRotations).Aggregate(FirstKey(), static (keys, number) => keys.Add(KeyId(number), Key(number)));

    private static string KeyId(int number) => string.Create(CultureInfo.InvariantCulture, $"key {number}");

    private static byte[] Key(int number) => SHA256.HashData(Encoding.UTF8.GetBytes(KeyId(number)));

    private CodecDataConverter NewConverter(EncryptionKeyRing keys) =>
        new([new PlaintextCodec(Plaintext), new CompressionCodec(), new EncryptionCodec(keys, _binding, _chance.NextBytes)]) { EncodeFailures = _encodesFailures };

    private void Rotate(World world, int number)
    {
        world.Trace.Note($"key {number}");
        foreach (var keys in new[] { _clientKeys, _workerKeys })
        {
            keys.Add(KeyId(number), Key(number));
            world.After(DrawTime(LongestUntilUse), () => keys.UseForEncoding(KeyId(number)));
        }
    }

    private TimeSpan DrawTime(int mostMilliseconds) => TimeSpan.FromMilliseconds(_chance.Next(1, mostMilliseconds));
}
