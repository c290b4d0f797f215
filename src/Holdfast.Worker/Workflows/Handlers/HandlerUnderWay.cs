namespace Holdfast.Worker;

/// <summary>A signal or update handler that has begun and not ended.</summary>
/// <param name="What">What it handles, for a warning.</param>
/// <param name="Policy">What happens when the run closes first.</param>
internal sealed record HandlerUnderWay(string What, HandlerUnfinishedPolicy Policy);
