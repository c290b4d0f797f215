namespace Holdfast.Simulation;

/// <summary>Decides what a world has to do.</summary>
internal static class WorkloadDraw
{
    private const int Most = 23;

    /// <summary>No world has more workloads.</summary>
    public static IEnumerable<int> Places => Enumerable.Range(0, Most);

    public static List<IWorkload> Draw(Scenario scenario, World world, ClientCalls calls)
    {
        var chance = scenario.ChanceFor(SeedPurpose.Workloads);
        List<Func<int, Random, IWorkload>> drawn = [];
        Add(chance.Next(3, 7), (index, own) => new ProgramWorkload(world, calls, own, $"p{index}"));
        Add(chance.Next(3), (index, own) => new EntityWorkload(world, calls, own, $"e{index}"));
        Add(chance.Next(2), (index, own) => new TransferWorkload(world, calls, own, $"t{index}"));
        Add(chance.Next(2), (index, own) => new AgentWorkload(world, calls, own, $"a{index}"));
        Add(chance.Next(2), (index, own) => new TerminationWorkload(world, own, $"x{index}"));
        Add(chance.Next(2), (index, own) => new PauseWorkload(world, calls, own, $"o{index}"));
        Add(chance.Next(2), (index, own) => new ResetWorkload(world, calls, own, $"r{index}"));
        Add(chance.Next(2), (index, own) => new TallyWorkload(world, calls, own, $"y{index}"));
        Add(chance.Next(2), (index, own) => new DeletionWorkload(world, own, $"d{index}"));
        Add(chance.Next(2), (index, own) => new JobWorkload(world, own, $"j{index}"));
        Add(chance.Next(2), (index, own) => new LimitWorkload(world, calls, own, $"l{index}"));
        Add(world.Blobs is null ? 0 : chance.Next(1, 3), (index, own) => new PayloadWorkload(world, own, $"b{index}"));
        Add(world.HasAgentLibrary ? chance.Next(1, 3) : 0, (index, own) => new AgentLibraryWorkload(world, own, $"g{index}"));
        Add(chance.Next(2), (index, own) => new BranchWorkload(world, calls, own, $"n{index}"));
        Add(world.Retention is null ? 0 : 1, (index, own) => new RetentionWorkload(world, own, $"k{index}"));
        void Add(int count, Func<int, Random, IWorkload> make) => drawn.AddRange(Enumerable.Repeat(make, count));
        return [.. drawn.Select((make, index) => scenario.Has(index) ? make(index, scenario.ChanceFor(SeedPurpose.Workload, index)) : null).OfType<IWorkload>()];
    }
}
