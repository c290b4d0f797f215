namespace Holdfast.Simulation;

/// <summary>Something that a world has to do, with an outcome that is known beforehand.</summary>
internal interface IWorkload
{
    /// <summary>What it is, for people.</summary>
    string Name { get; }

    /// <summary>The code of its clients, from the first request to the last answer.</summary>
    Task DriveAsync();

    /// <summary>What is wrong when all workloads have ended.</summary>
    IEnumerable<string> Check(IReadOnlyList<RunHistory> runs);
}
