namespace Holdfast.Runtime;

/// <summary>A request that waits until a run has recorded what it asks for.</summary>
internal interface IRunWaiter : IReply
{
    /// <summary>The answer; null when the run has not come so far.</summary>
    object? TryAnswer(RunEntry run);
}
