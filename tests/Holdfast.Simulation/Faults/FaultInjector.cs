using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Breaks things. Which kinds a world knows, how many faults come and when is drawn from its seed.</summary>
internal sealed class FaultInjector
{
    /// <summary>The disk writes again after this time at most.</summary>
    public static readonly TimeSpan LongestStall = TimeSpan.FromSeconds(20);

    /// <summary>What happens all at once at some step, and how often in proportion to the others.</summary>
    private static readonly (FaultKinds Kind, int Weight)[] Weights =
    [
        (FaultKinds.PowerFails, 6),
        (FaultKinds.ProcessEnds, 2),
        (FaultKinds.WriteFails, 2),
        (FaultKinds.FlushFails, 2),
        (FaultKinds.SettlementFails, 2),
        (FaultKinds.DiskFull, 1),
        (FaultKinds.SlowDisk, 2),
        (FaultKinds.BitRot, 1),
        (FaultKinds.ClockJumps, 3),
        (FaultKinds.WorkerDies, 3),
        (FaultKinds.Eviction, 2),
        (FaultKinds.Deployment, 1),
    ];

    private readonly World _world;
    private readonly Random _chance;
    private readonly List<FaultKinds> _drawn;
    private int _left;

    public FaultInjector(World world, Scenario scenario)
    {
        _world = world;
        _chance = scenario.ChanceFor(SeedPurpose.Faults);
        Kinds = world.Settings.FaultKinds & ~scenario.Without;
        _left = Math.Min(world.Settings.Faults, scenario.MostFaults ?? int.MaxValue);
        _drawn = [.. Weights.Where(w => Kinds.HasFlag(w.Kind)).SelectMany(w => Enumerable.Repeat(w.Kind, w.Weight))];
        Network = new NetworkFaults(world, new Random(_chance.Next()), Kinds.HasFlag(FaultKinds.Network) && scenario.MostFaults is null or > 0 ? world.Settings.CallsPerNetworkFault : 0);
        Rot = new BitRot(world, new Random(_chance.Next()));
    }

    /// <summary>The kinds that this world knows.</summary>
    public FaultKinds Kinds { get; }

    public NetworkFaults Network { get; }

    public BitRot Rot { get; }

    /// <summary>No more faults from now on.</summary>
    public void Stop()
    {
        _left = 0;
        Network.Stop();
    }

    /// <summary>Perhaps breaks something.</summary>
    public bool TryBreak()
    {
        if (_left <= 0 || _drawn.Count == 0 || _chance.Next(_world.Settings.StepsPerFault) != 0)
        {
            return false;
        }

        _left--;
        var kind = _drawn[_chance.Next(_drawn.Count)];
        _world.Trace.Note($"fault: {kind}");
        Break(kind);
        return true;
    }

    /// <summary>True once in so many times, as long as the world knows the kind.</summary>
    public bool Draw(FaultKinds kind, int times) => Kinds.HasFlag(kind) && _chance.Next(times) == 0;

    public int Next(int below) => _chance.Next(below);

    public ulong NextSeed() => (ulong)_chance.NextInt64();

    private void Break(FaultKinds kind)
    {
        switch (kind)
        {
            case FaultKinds.PowerFails:
                _world.FailPower();
                break;
            case FaultKinds.ProcessEnds:
                _world.EndProcess();
                break;
            case FaultKinds.WriteFails:
                _world.Disk.FailWrite(_chance.Next(3));
                break;
            case FaultKinds.FlushFails:
                _world.Disk.FailFlush(_chance.Next(3), NextSeed());
                break;
            case FaultKinds.SettlementFails:
                _world.Store.FailNextSettlement(new HoldfastException(ErrorCodes.StoreFailed, "as ordered"));
                break;
            case FaultKinds.DiskFull:
                FillDisk();
                break;
            case FaultKinds.SlowDisk:
                _world.StallDisk(TimeSpan.FromMilliseconds(_chance.Next(1, (int)LongestStall.TotalMilliseconds)));
                break;
            case FaultKinds.BitRot:
                Rot.Strike();
                break;
            case FaultKinds.ClockJumps:
                _world.SetClock(TimeSpan.FromMilliseconds(_chance.Next(2) == 0 ? _chance.Next(5_000) : _chance.Next(3_600_000)));
                break;
            case FaultKinds.WorkerDies:
                _world.Process!.LoseWorker(_chance);
                break;
            case FaultKinds.Eviction:
                _world.Process!.EvictAll();
                break;
            default:
                _world.Process!.Deploy();
                break;
        }
    }

    private void FillDisk()
    {
        var used = _world.Disk.List().Sum(name => (long)_world.Disk.ReadAll(name).Length);
        _world.Disk.CapacityBytes = used + _chance.Next(8_192);
        _world.After(TimeSpan.FromMilliseconds(_chance.Next(1, 30_000)), () => _world.Disk.CapacityBytes = long.MaxValue);
    }
}
