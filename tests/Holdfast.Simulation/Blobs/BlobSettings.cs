using Holdfast.Protocol;
using Holdfast.Worker;

namespace Holdfast.Simulation;

/// <summary>How a world keeps large payloads beside its histories: limits drawn small, and a grace period that is no longer than the world's faults ask for.</summary>
internal sealed record BlobSettings
{
    private const int WorldsPerOne = 4;

    /// <summary>A reference is on its way at most as long as a patient caller needs when nothing goes wrong, and whatever the world's faults add.</summary>
    private static readonly TimeSpan ShortestGrace = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LongestFault = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestClockJump = TimeSpan.FromHours(1);

    /// <summary>Reads what worlds with and without codecs wrote.</summary>
    public static CodecDataConverter CompressedConverter { get; } = new CodecDataConverter([new CompressionCodec()]);

    public required ExternalPayloadOptions Payloads { get; init; }

    public required TimeSpan GracePeriod { get; init; }

    public required TimeSpan SweepInterval { get; init; }

    public required TimeSpan Retention { get; init; }

    /// <summary>What clients and workers convert with.</summary>
    public required IDataConverter Converter { get; init; }

    /// <summary>Number of different texts that the workflows have: few, so that most are written more than once.</summary>
    public required int Texts { get; init; }

    /// <summary>Draws them; null in a world that keeps no blobs.</summary>
    public static BlobSettings? Draw(Random chance, WorldSettings world) => chance.Next(WorldsPerOne) != 0 ? null : new BlobSettings
    {
        Payloads = new ExternalPayloadOptions { InlineBytes = Pick(chance, 1024, 1024, 2048), CachedBytes = Pick(chance, 0, 4096, 1 << 20) },
        GracePeriod = GraceOf(world),
        SweepInterval = TimeSpan.FromSeconds(Pick(chance, 3, 10, 30)),
        Retention = TimeSpan.FromDays(30),
        Converter = chance.Next(2) == 0 ? JsonDataConverter.Default : CompressedConverter,
        Texts = Pick(chance, 1, 3, 6),
    };

    /// <summary>Has a worker use a blob store.</summary>
    public void ApplyTo(WorkerBuilder builder, IBlobStore store)
    {
        builder.BlobStore = store;
        builder.ExternalPayloads = Payloads;
        builder.DataConverter = Converter;
    }

    /// <summary>Has a client use a blob store.</summary>
    public void ApplyTo(HoldfastClientOptions options, IBlobStore store)
    {
        options.BlobStore = store;
        options.ExternalPayloads = Payloads;
        options.DataConverter = Converter;
    }

    private static TimeSpan GraceOf(WorldSettings world) =>
        ShortestGrace
        + (world.FaultKinds == FaultKinds.None ? TimeSpan.Zero : world.Faults * LongestFault)
        + (world.FaultKinds.HasFlag(FaultKinds.ClockJumps) ? (world.Faults + 1) * LongestClockJump : TimeSpan.Zero);

    private static int Pick(Random chance, params ReadOnlySpan<int> choices) => choices[chance.Next(choices.Length)];
}
