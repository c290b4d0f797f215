using Holdfast.Journaling;
using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Breaks things. Which kinds a world knows, how many faults come and when is drawn from its seed.</summary>
internal sealed class FaultInjector
{
    /// <summary>The disk writes again after this time at most.</summary>
    public static readonly TimeSpan LongestStall = TimeSpan.FromSeconds(20);

    private const int StartsPerEnd = 8;
    private const int TakeOversPerEnd = 2;

    /// <summary>About as many as opening a journal and a store takes.</summary>
    private const int MostChangesOfStart = 16;

    /// <summary>About as many as it takes until a folder that was taken over has a segment of its new owner.</summary>
    private const int MostChangesOfTakeOver = 10;

    private static readonly TimeSpan LongestLifeAfterTakeOver = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestLifeWithWrongClock = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestCut = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(90);

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
        (FaultKinds.Partitions, 4),
        (FaultKinds.HostStops, 3),
        (FaultKinds.Moves, 6),
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
        _drawn = [.. Weights.Where(w => Kinds.HasFlag(w.Kind) && (w.Kind != FaultKinds.Moves || world.Settings.Hosts > 1)).SelectMany(w => Enumerable.Repeat(w.Kind, w.Weight))];
        Rot = new BitRot(world, new Random(_chance.Next()));
    }

    /// <summary>The kinds that this world knows.</summary>
    public FaultKinds Kinds { get; }

    public BitRot Rot { get; }

    /// <summary>Whether nothing more will break at some step.</summary>
    public bool AreOver => _left <= 0;

    /// <summary>No more faults from now on.</summary>
    public void Stop() => _left = 0;

    /// <summary>How the network of this world treats messages.</summary>
    public NetworkOptions NetworkOptions(Scenario scenario) => new()
    {
        MessagesPerFault = scenario.MostFaults is null or > 0 ? _world.Settings.MessagesPerFault : 0,
        Loses = Kinds.HasFlag(FaultKinds.MessagesLost),
        Delays = Kinds.HasFlag(FaultKinds.MessagesLate),
        Doubles = Kinds.HasFlag(FaultKinds.MessagesDoubled),
        Reorders = Kinds.HasFlag(FaultKinds.MessagesReordered),
    };

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

    /// <summary>After how many changes of the disk a process that starts ends; null: it does not. Whoever takes a folder over from a process that lives does so more often.</summary>
    public int? DrawEndOfStart(WorldFolder folder)
    {
        var (startsPerEnd, mostChanges) = folder.Process is null ? (StartsPerEnd, MostChangesOfStart) : (TakeOversPerEnd, MostChangesOfTakeOver);
        return Draw(FaultKinds.StartsEnd, startsPerEnd) ? _chance.Next(mostChanges) : null;
    }

    /// <summary>A process that took a folder over may end soon, while the one before still writes: the next reads what both have left.</summary>
    public void TakenOver(WorldProcess process) => MayEndSoon(process, FaultKinds.StartsEnd, LongestLifeAfterTakeOver);

    public int Next(int below) => _chance.Next(below);

    public ulong NextSeed() => (ulong)_chance.NextInt64();

    private void Break(FaultKinds kind)
    {
        var folder = _world.Folders[_world.Folders.Count == 1 ? 0 : _chance.Next(_world.Folders.Count)];
        switch (kind)
        {
            case FaultKinds.PowerFails:
                _world.FailPower(folder);
                break;
            case FaultKinds.ProcessEnds:
                _world.EndProcess(folder);
                break;
            case FaultKinds.WriteFails:
                DiskOf(folder).FailWrite(_chance.Next(3));
                break;
            case FaultKinds.FlushFails:
                DiskOf(folder).FailFlush(_chance.Next(3), NextSeed());
                break;
            case FaultKinds.SettlementFails:
                folder.Store.FailNextSettlement(new HoldfastException(ErrorCodes.StoreFailed, "as ordered"));
                break;
            case FaultKinds.DiskFull:
                FillDisk(DiskOf(folder));
                break;
            case FaultKinds.SlowDisk:
                Stall(folder);
                break;
            case FaultKinds.BitRot:
                Rot.Strike(folder);
                break;
            case FaultKinds.ClockJumps:
                MayEndSoon(folder.Process, FaultKinds.ClockJumps, LongestLifeWithWrongClock); // and its clock may be put right before the next starts
                folder.Host.SetClock(folder.Host.Skew + TimeSpan.FromMilliseconds(_chance.Next(2) == 0 ? _chance.Next(5_000) : _chance.Next(3_600_000)));
                break;
            case FaultKinds.Partitions:
                CutOff();
                break;
            case FaultKinds.HostStops:
                _world.StopHost(_world.Hosts[_chance.Next(_world.Hosts.Count)], DrawTime(LongestStop));
                break;
            case FaultKinds.Moves:
                Move(folder);
                break;
            default:
                BreakWorkers(folder, kind);
                break;
        }
    }

    /// <summary>A folder's engine is started on another host, while the one that has it is stopped, cut off, or neither.</summary>
    private void Move(WorldFolder folder)
    {
        List<WorldHost> others = [.. _world.Hosts.Where(h => h != folder.Host)];
        var host = others[_chance.Next(others.Count)];
        if (host.StoppedAt is not null || folder.Process is null)
        {
            return;
        }

        if (Kinds.HasFlag(FaultKinds.HostStops) && _chance.Next(2) == 0)
        {
            _world.StopHost(folder.Host, DrawTime(LongestStop));
        }

        if (Kinds.HasFlag(FaultKinds.LocksLost) && _chance.Next(3) != 0)
        {
            folder.Process.LoseLock();
        }

        _world.TakeOver(folder, host);
    }

    /// <summary>The disk writes nothing for a while, and whoever waits for it may be ended meanwhile: what was done since the last write is undone.</summary>
    private void Stall(WorldFolder folder)
    {
        var stall = DrawTime(LongestStall);
        _world.StallDisk(folder, stall);
        MayEndSoon(folder.Process, FaultKinds.SlowDisk, stall);
    }

    private void BreakWorkers(WorldFolder folder, FaultKinds kind)
    {
        if (folder.Process is not { } process)
        {
            return;
        }

        switch (kind)
        {
            case FaultKinds.WorkerDies:
                process.LoseWorker(_chance);
                break;
            case FaultKinds.Eviction:
                process.EvictAll();
                break;
            default:
                process.Deploy();
                break;
        }
    }

    /// <summary>Cuts a node off from one other or from all, in one direction or both, for a while.</summary>
    private void CutOff()
    {
        List<string> nodes = [.. _world.NetworkNodes];
        var node = nodes[_chance.Next(nodes.Count)];
        var others = _chance.Next(2) == 0 ? nodes : [nodes[_chance.Next(nodes.Count)]];
        var directions = _chance.Next(3);
        List<(string From, string To)> ways = [.. others.SelectMany(other => new[] { (node, other), (other, node) }.Where((_, i) => directions == 2 || directions == i))];
        ways.ForEach(w => _world.Network.Cut(w.From, w.To));
        _world.After(DrawTime(LongestCut), () => ways.ForEach(w => _world.Network.Heal(w.From, w.To)));
    }

    private void MayEndSoon(WorldProcess? process, FaultKinds kind, TimeSpan longest)
    {
        if (process is not null && Draw(kind, 2))
        {
            _world.After(DrawTime(longest), () => _world.EndProcess(process));
        }
    }

    private TimeSpan DrawTime(TimeSpan longest) => TimeSpan.FromMilliseconds(_chance.Next(1, (int)longest.TotalMilliseconds));

    /// <summary>The disk of the journal, that of the blobs, or that of the archive.</summary>
    private MemoryDisk DiskOf(WorldFolder folder)
    {
        if (_world.Retention is not null && _chance.Next(3) == 0)
        {
            return folder.ArchiveDisk;
        }

        return _world.Blobs is not null && _chance.Next(2) == 0 ? folder.BlobDisk : folder.Disk;
    }

    private void FillDisk(MemoryDisk disk)
    {
        var used = disk.List().Sum(name => (long)disk.ReadAll(name).Length);
        disk.CapacityBytes = used + _chance.Next(8_192);
        _world.After(TimeSpan.FromMilliseconds(_chance.Next(1, 30_000)), () => disk.CapacityBytes = long.MaxValue);
    }
}
