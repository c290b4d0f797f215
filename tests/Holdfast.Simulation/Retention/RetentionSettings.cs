using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Simulation;

/// <summary>How long a world keeps closed runs: in two namespaces so briefly that they go while the world goes on. From one of them they go for good, from the other to the archive.</summary>
internal sealed record RetentionSettings
{
    /// <summary>Runs of this namespace are deleted.</summary>
    public const string Brief = "brief";

    /// <summary>Runs of this namespace are archived.</summary>
    public const string Archived = "archived";

    private const int WorldsPerOne = 4;
    private static readonly int[] Seconds = [10, 30, 90];

    /// <summary>Both.</summary>
    public static IReadOnlyList<string> Namespaces { get; } = [Brief, Archived];

    /// <summary>How long each keeps them.</summary>
    public required IReadOnlyDictionary<string, TimeSpan> Retention { get; init; }

    /// <summary>The longer time of the two.</summary>
    public TimeSpan Longest => Retention.Values.Max();

    /// <summary>Draws it; null in a world that keeps its runs to the end.</summary>
    public static RetentionSettings? Draw(Random chance) => chance.Next(WorldsPerOne) != 0 ? null : new RetentionSettings
    {
        Retention = Namespaces.ToDictionary(static n => n, _ => TimeSpan.FromSeconds(Seconds[chance.Next(Seconds.Length)]), StringComparer.Ordinal),
    };

    /// <summary>Has a folder know the namespaces. Nobody may ask for a retention as short as these.</summary>
    public void RegisterIn(InMemorySettledStore store)
    {
        foreach (var (name, retention) in Retention)
        {
            NamespaceInfo info = new() { Name = name, Retention = retention, Archival = name == Archived ? ArchivalState.Enabled : ArchivalState.Unspecified };
            store.WriteNamespaceAsync(info, CancellationToken.None).GetAwaiter().GetResult();
        }
    }
}
