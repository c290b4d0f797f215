namespace Holdfast.Runtime;

/// <summary>Runs of one owner that are settled in one transaction.</summary>
internal sealed record Settlement(ShardOwner Owner, IReadOnlyList<SettlingRun> Runs);
