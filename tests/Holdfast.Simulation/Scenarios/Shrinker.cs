namespace Holdfast.Simulation;

/// <summary>Leaves out of a world that fails what it also fails without: workloads, kinds of faults, faults.</summary>
internal static class Shrinker
{
    /// <summary>Orders of events that are tried before something counts as needed: leaving a thing out changes when everything else happens.</summary>
    private const int OrdersTried = 4;

    /// <summary>The smallest scenario found that fails.</summary>
    /// <param name="scenario">One that fails.</param>
    /// <param name="fails">Runs a scenario; true when it fails.</param>
    public static Scenario Shrink(Scenario scenario, Func<Scenario, bool> fails)
    {
        scenario = LeaveOutWorkloads(scenario, fails);
        scenario = LeaveOutKinds(scenario, fails);
        return LeaveOutFaults(scenario, fails);
    }

    private static Scenario LeaveOutWorkloads(Scenario scenario, Func<Scenario, bool> fails)
    {
        foreach (var place in WorkloadDraw.Places.Where(scenario.Has).ToList())
        {
            IReadOnlyList<int> keep = [.. WorkloadDraw.Places.Where(p => scenario.Has(p) && p != place)];
            scenario = Failing(scenario with { Keep = keep }, fails) ?? scenario;
        }

        return scenario;
    }

    private static Scenario LeaveOutKinds(Scenario scenario, Func<Scenario, bool> fails)
    {
        foreach (var kind in Enum.GetValues<FaultKinds>().Where(k => k != FaultKinds.None && !scenario.Without.HasFlag(k)))
        {
            scenario = Failing(scenario with { Without = scenario.Without | kind }, fails) ?? scenario;
        }

        return scenario;
    }

    private static Scenario LeaveOutFaults(Scenario scenario, Func<Scenario, bool> fails)
    {
        for (var faults = 0; faults < (scenario.MostFaults ?? WorldSettings.MostFaults); faults++)
        {
            if (Failing(scenario with { MostFaults = faults }, fails) is { } smaller)
            {
                return smaller;
            }
        }

        return scenario;
    }

    private static Scenario? Failing(Scenario smaller, Func<Scenario, bool> fails)
    {
        for (var order = smaller.Order; order < smaller.Order + OrdersTried; order++)
        {
            var candidate = smaller with { Order = order };
            if (fails(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
