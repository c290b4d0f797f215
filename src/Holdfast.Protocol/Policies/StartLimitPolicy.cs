namespace Holdfast.Protocol;

/// <summary>What becomes of a start that is beyond a <see cref="StartLimit"/>. Starts of children always wait: their parents have recorded that they are wanted.</summary>
public enum StartLimitPolicy
{
    /// <summary>The run is recorded and waits: its first workflow task comes when there is room, by priority and then in order of start.</summary>
    Queued = 0,

    /// <summary>The start is refused with <see cref="ErrorCodes.StartLimitReached"/>, which names the runs in the way.</summary>
    Rejected = 1,

    /// <summary>The run that began first has to go, and the new one takes its place when it has gone. Of the runs that wait, only the newest stays.</summary>
    Replaced = 2,

    /// <summary>
    /// The run waits until no other start came for <see cref="StartLimit.QuietPeriod"/>; each further start takes the place of the one that waits, which is terminated
    /// without having run. <see cref="StartLimit.MaximumDelay"/> bounds the wait of all together.
    /// </summary>
    Debounced = 3,
}
