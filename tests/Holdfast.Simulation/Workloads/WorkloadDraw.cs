namespace Holdfast.Simulation;

/// <summary>Decides what a world has to do.</summary>
internal static class WorkloadDraw
{
    private const int FewestPrograms = 4;
    private const int MostPrograms = 10;

    public static List<IWorkload> Draw(Scenario scenario, World world, ClientCalls calls)
    {
        var chance = scenario.ChanceFor(SeedPurpose.Workloads);
        List<Func<int, IWorkload>> drawn = [];
        for (var programs = chance.Next(FewestPrograms, MostPrograms + 1); programs > 0; programs--)
        {
            drawn.Add(index => new ProgramWorkload(world, calls, scenario.ChanceFor(SeedPurpose.Workload, index), $"p{index}"));
        }

        return [.. drawn.Select((make, index) => scenario.Has(index) ? make(index) : null).OfType<IWorkload>()];
    }
}
