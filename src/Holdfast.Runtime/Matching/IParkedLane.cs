namespace Holdfast.Runtime;

/// <summary>Waits for room in a <see cref="AttemptLimiter"/>.</summary>
internal interface IParkedLane
{
    /// <summary>What holds it back.</summary>
    LaneLimits Limits { get; }

    /// <summary>When its key is next, in virtual time.</summary>
    double Turn { get; }

    /// <summary>There may be room.</summary>
    void Wake();
}
