namespace Holdfast.Simulation;

/// <summary>What one run of an entity hands to the next.</summary>
/// <param name="Total">The total.</param>
/// <param name="Answers">What each operation was answered: a client that did not learn it asks again, perhaps the next run.</param>
/// <param name="MessagesPerRun">Messages after which a run goes on as another.</param>
public sealed record EntityState(int Total, IReadOnlyDictionary<string, int> Answers, int MessagesPerRun);
