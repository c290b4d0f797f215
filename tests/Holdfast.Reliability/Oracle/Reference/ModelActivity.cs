using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>An activity that has not ended, of a workflow or by itself.</summary>
/// <param name="name">Its ID.</param>
/// <param name="way">How it behaves.</param>
/// <param name="amount">What it doubles.</param>
/// <param name="cancellationType">What its workflow waits for when it cancels it.</param>
/// <param name="ended">Told how it has ended.</param>
internal sealed class ModelActivity(string name, string way, long amount, ActivityCancellationType cancellationType, Action<ModelActivity, ActivityEnd> ended)
{
    public string Name => name;

    public string Way => way;

    public ActivityCancellationType CancellationType => cancellationType;

    public int Attempt { get; private set; } = 1;

    /// <summary>When the attempt that runs has begun; null while none runs.</summary>
    public TimeSpan? Started { get; private set; }

    /// <summary>The end of its start delay, which a pause and a reset do not cut short.</summary>
    public TimeSpan NotBefore { get; init; }

    /// <summary>When the next attempt may begin.</summary>
    private TimeSpan Next { get; set; }

    public bool IsPaused { get; private set; }

    public bool IsCancelRequested { get; private set; }

    /// <summary>The workflow's code waits for it no more.</summary>
    public bool IsGivenUp { get; set; }

    public bool HasEnded { get; private set; }

    private TimeSpan StartToClose { get; set; } = LedgerWays.StartToCloseOf(way);

    /// <summary>When something becomes of it by itself.</summary>
    public TimeSpan Due => Started is { } started ? started + (way == LedgerWays.Slow ? TimeSpan.FromSeconds(LedgerWays.SlowSeconds) : StartToClose)
        : IsPaused ? TimeSpan.MaxValue
        : Later(Next);

    /// <summary>Does what is due.</summary>
    public void OnDue(TimeSpan now)
    {
        if (Started is null)
        {
            Begin(now);
        }
        else if (way == LedgerWays.Slow)
        {
            End(ActivityEnd.Completed(2 * amount));
        }
        else
        {
            Fail(now, ActivityEnd.TimedOut);
        }
    }

    /// <summary>An attempt begins.</summary>
    public void Begin(TimeSpan now)
    {
        Started = now;
        switch (way)
        {
            case LedgerWays.Completes:
            case LedgerWays.Recovers when Attempt >= LedgerWays.AttemptsOfRecovering:
                End(ActivityEnd.Completed(2 * amount));
                break;
            case LedgerWays.Recovers:
            case LedgerWays.UsesUp:
                Fail(now, ActivityEnd.Failed);
                break;
            case LedgerWays.FailsForGood:
                End(ActivityEnd.Failed);
                break;
        }
    }

    /// <summary>The attempt failed, or ran out of time: another follows, unless none is left.</summary>
    public void Fail(TimeSpan now, ActivityEnd otherwise)
    {
        var most = LedgerWays.AttemptsOf(way);
        if (IsCancelRequested || (!IsPaused && most != 0 && Attempt >= most))
        {
            End(otherwise);
            return;
        }

        Next = IsPaused ? now : now + (TimeSpan.FromSeconds(LedgerWays.FirstRetrySeconds) * Math.Pow(2, Attempt - 1));
        Started = null;
        Attempt++;
    }

    public void Complete(long value) => End(ActivityEnd.Completed(value));

    public void ConfirmCancellation() => End(ActivityEnd.Canceled);

    /// <summary>Somebody wants it canceled: what waits is canceled, what runs is told.</summary>
    public void RequestCancel()
    {
        IsCancelRequested = true;
        if (Started is null || way == LedgerWays.Slow)
        {
            End(ActivityEnd.Canceled);
        }
    }

    /// <summary>The process of its worker has died: the attempt is lost, unless somebody else completes it.</summary>
    public void OnRestart(TimeSpan now)
    {
        if (Started is not null && way == LedgerWays.Slow)
        {
            (Attempt, Started) = (Attempt + 1, now);
        }
    }

    public void Pause() => IsPaused = true;

    public void Unpause(TimeSpan now)
    {
        if (IsPaused)
        {
            (IsPaused, Next) = (false, Later(now));
        }
    }

    public void Reset(TimeSpan now) => (Attempt, IsPaused, Next) = (1, false, Later(now));

    public void SetOptions(TimeSpan startToClose) => StartToClose = startToClose;

    public void RestoreOptions() => StartToClose = LedgerWays.StartToCloseOf(way);

    private TimeSpan Later(TimeSpan time) => time > NotBefore ? time : NotBefore;

    private void End(ActivityEnd end)
    {
        HasEnded = true;
        ended(this, end);
    }

    private PendingActivityState State => (Started, IsPaused, IsCancelRequested) switch
    {
        (not null, _, true) => PendingActivityState.CancelRequested,
        (not null, true, _) => PendingActivityState.PauseRequested,
        (not null, _, _) => PendingActivityState.Started,
        (null, true, _) => PendingActivityState.Paused,
        _ => PendingActivityState.Scheduled,
    };

    public override string ToString() => Describe(name, State, Attempt, StartToClose);

    public static string Describe(string name, PendingActivityState state, int attempt, TimeSpan? startToClose) => string.Create(CultureInfo.InvariantCulture, $"{name} {state} attempt {attempt} within {startToClose?.TotalSeconds}");
}
