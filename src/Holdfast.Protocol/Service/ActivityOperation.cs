namespace Holdfast.Protocol;

/// <summary>What an operator does to pending activities.</summary>
public abstract record ActivityOperation
{
    private ActivityOperation()
    {
    }

    /// <summary>Starts no attempt until the pause ends; one that runs is told, and its result counts. Changes nothing where a pause is.</summary>
    /// <param name="Reason">Why; at most 1,000 bytes of UTF-8.</param>
    public sealed record Pause(string Reason) : ActivityOperation;

    /// <summary>Ends the pause; the next attempt is due at once, without the rest of its backoff. Changes nothing where no pause is.</summary>
    /// <param name="Jitter">Next attempts are spread over this time; zero for none.</param>
    /// <param name="ResetsAttempts">True to forgive the attempts so far.</param>
    /// <param name="ResetsHeartbeat">True to forget the details of heartbeats.</param>
    public sealed record Unpause(TimeSpan Jitter, bool ResetsAttempts, bool ResetsHeartbeat) : ActivityOperation;

    /// <summary>Forgives the attempts so far; the next is due at once, and counts as the first. A pause ends. An attempt that runs is told.</summary>
    /// <param name="Jitter">Next attempts are spread over this time; zero for none.</param>
    /// <param name="KeepsPause">True to leave a pause as it is.</param>
    /// <param name="ResetsHeartbeat">True to forget the details of heartbeats.</param>
    /// <param name="RestoresOptions">True to give back the options that it was scheduled with.</param>
    public sealed record Reset(TimeSpan Jitter, bool KeepsPause, bool ResetsHeartbeat, bool RestoresOptions) : ActivityOperation;

    /// <summary>Changes options.</summary>
    /// <param name="Change">What changes.</param>
    public sealed record UpdateOptions(ActivityOptionsChange Change) : ActivityOperation;

    /// <summary>Gives back the options that the activity was scheduled with.</summary>
    public sealed record RestoreOptions : ActivityOperation;
}
