namespace Holdfast.Simulation;

/// <summary>What varies from world to world, drawn from the seed. Limits are drawn small, so that what is rare where they are large happens here every time.</summary>
internal sealed record WorldSettings
{
    /// <summary>Every world has fewer faults.</summary>
    public const int MostFaults = 12;

    private const int WorldsPerQuietOne = 12;

    public required int Owners { get; init; }

    public required int MessagesPerBatch { get; init; }

    public required int SegmentBytes { get; init; }

    public required int MaxPendingBytes { get; init; }

    public required int SegmentsBeforeCheckpoint { get; init; }

    public required int Workers { get; init; }

    public required int ActivitySlots { get; init; }

    public required int CachedRuns { get; init; }

    public required TimeSpan SettlingInterval { get; init; }

    public required TimeSpan IdleBeforeSettling { get; init; }

    public required TimeSpan WakeAhead { get; init; }

    public required int RunsPerSettlement { get; init; }

    /// <summary>Events of a history that a reset takes in one turn.</summary>
    public int ResetSectionEvents => MessagesPerBatch;

    /// <summary>Faults in all; when they are used up the world runs to its end undisturbed.</summary>
    public required int Faults { get; init; }

    /// <summary>The kinds that this world knows: each world leaves some out, because one fault can hide another, and some worlds know none.</summary>
    public required FaultKinds FaultKinds { get; init; }

    /// <summary>One in so many steps is a fault, as long as there are any.</summary>
    public required int StepsPerFault { get; init; }

    /// <summary>One in so many steps lets time pass although something could go on.</summary>
    public required int StepsPerDelay { get; init; }

    /// <summary>One in so many workflow tasks is slow.</summary>
    public required int TasksPerSlowOne { get; init; }

    /// <summary>One in so many messages between nodes fares badly on its way.</summary>
    public required int MessagesPerFault { get; init; }

    /// <summary>Machines that engines run on.</summary>
    public required int Hosts { get; init; }

    /// <summary>Data folders, each with an engine of its own.</summary>
    public required int Folders { get; init; }

    /// <summary>Workers of each folder's engine that are on nodes of their own, besides those in its process.</summary>
    public required int RemoteWorkers { get; init; }

    /// <summary>The longest that a slow disk takes for a write, in the world's time.</summary>
    public required TimeSpan LongestWrite { get; init; }

    public static WorldSettings Draw(Random chance) => new()
    {
        Owners = chance.Next(1, 5),
        MessagesPerBatch = Pick(chance, 1, 2, 8, 512),
        SegmentBytes = Pick(chance, 16 << 10, 64 << 10, 1 << 20),
        MaxPendingBytes = Pick(chance, 1024, 1024, 4096, 1 << 20),
        SegmentsBeforeCheckpoint = Pick(chance, 2, 4),
        Workers = chance.Next(1, 4),
        ActivitySlots = Pick(chance, 1, 3, 20, 100),
        CachedRuns = Pick(chance, 0, 1, 3, 1_000),
        SettlingInterval = TimeSpan.FromSeconds(Pick(chance, 1, 5, 60)),
        IdleBeforeSettling = TimeSpan.FromSeconds(Pick(chance, 0, 1, 30)),
        RunsPerSettlement = Pick(chance, 1, 3, 500),
        Faults = chance.Next(0, MostFaults),
        FaultKinds = DrawKinds(chance),
        StepsPerFault = Pick(chance, 20, 100, 400),
        StepsPerDelay = Pick(chance, 50, 500, 10_000),
        TasksPerSlowOne = Pick(chance, 5, 30, 1_000_000),
        MessagesPerFault = Pick(chance, 3, 10, 50),
        Hosts = chance.Next(1, 4),
        Folders = Pick(chance, 1, 1, 2),
        RemoteWorkers = Pick(chance, 0, 1, 2),
        WakeAhead = TimeSpan.FromSeconds(Pick(chance, 0, 1, 30)),
        LongestWrite = TimeSpan.FromMilliseconds(Pick(chance, 0, 50, 500)),
    };

    private static FaultKinds DrawKinds(Random chance)
    {
        var kinds = FaultKinds.None;
        if (chance.Next(WorldsPerQuietOne) == 0)
        {
            return kinds;
        }

        foreach (var kind in Enum.GetValues<FaultKinds>())
        {
            kinds |= chance.Next(2) == 0 ? kind : FaultKinds.None;
        }

        return kinds;
    }

    private static int Pick(Random chance, params ReadOnlySpan<int> choices) => choices[chance.Next(choices.Length)];
}
