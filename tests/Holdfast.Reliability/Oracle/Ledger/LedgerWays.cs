using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>How activities of ledgers behave, and under which options.</summary>
internal static class LedgerWays
{
    /// <summary>Completes at its first attempt.</summary>
    public const string Completes = "completes";

    /// <summary>Fails twice, then completes.</summary>
    public const string Recovers = "recovers";

    /// <summary>Fails with a failure that is not retried.</summary>
    public const string FailsForGood = "fails";

    /// <summary>Fails at both of its two attempts.</summary>
    public const string UsesUp = "uses-up";

    /// <summary>Completes after <see cref="SlowSeconds"/>, unless it is canceled.</summary>
    public const string Slow = "slow";

    /// <summary>Is completed by somebody else; has two attempts of <see cref="OutsideSeconds"/>.</summary>
    public const string Outside = "outside";

    public const int AttemptsOfRecovering = 3;
    public const int MostAttempts = 2;
    public const int SlowSeconds = 25;
    public const int OutsideSeconds = 30;
    public const int FirstRetrySeconds = 10;

    public static readonly string[] All = [Completes, Recovers, FailsForGood, UsesUp, Slow, Outside];

    /// <summary>Those that have something to wait for.</summary>
    public static readonly string[] OfLocalActivities = [Completes, FailsForGood];

    public static RetryPolicy RetryPolicyOf(string way) => new() { InitialInterval = TimeSpan.FromSeconds(FirstRetrySeconds), MaximumAttempts = AttemptsOf(way) };

    /// <summary>Most attempts; 0: without limit.</summary>
    public static int AttemptsOf(string way) => way is UsesUp or Outside ? MostAttempts : 0;

    public static TimeSpan StartToCloseOf(string way) => TimeSpan.FromSeconds(way == Outside ? OutsideSeconds : 300);
}
