using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Whether a failed attempt is followed by another.</summary>
/// <param name="State">InProgress when it is, else why it is not.</param>
/// <param name="Delay">How long until the next attempt.</param>
internal readonly record struct RetryDecision(RetryState State, TimeSpan Delay)
{
    internal bool IsRetry => State == RetryState.InProgress;

    internal static RetryDecision No(RetryState state) => new(state, TimeSpan.Zero);
}
