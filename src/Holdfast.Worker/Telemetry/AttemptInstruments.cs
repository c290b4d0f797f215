using System.Diagnostics;
using System.Diagnostics.Metrics;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>What a worker measures of activity attempts.</summary>
internal sealed class AttemptInstruments : IDisposable
{
    private const long NotMeasured = -1;
    private readonly Meter _meter;
    private readonly TimeProvider _timeProvider;
    private readonly Histogram<double> _execution;
    private readonly Histogram<double> _endToEnd;

    public AttemptInstruments(IMeterFactory? factory, TimeProvider timeProvider, bool isLocal)
    {
        var kind = isLocal ? "holdfast.local_activity" : "holdfast.activity";
        _timeProvider = timeProvider;
        _meter = HoldfastMeter.Create(factory);
        _execution = _meter.CreateDuration($"{kind}.execution.duration", "One attempt of an activity in its worker, by outcome.");
        _endToEnd = _meter.CreateDuration($"{kind}.end_to_end.duration", "From the scheduling of an activity to the success of an attempt.");
    }

    private bool Enabled => _execution.Enabled || _endToEnd.Enabled;

    /// <summary>The time at which an attempt begins; negative while nobody asks for it.</summary>
    public long Begin() => Enabled ? _timeProvider.GetTimestamp() : NotMeasured;

    /// <summary>An attempt ended.</summary>
    /// <param name="begun">What <see cref="Begin"/> gave.</param>
    /// <param name="activityType">The name that it is registered with: that of a catch-all activity is one for all.</param>
    /// <param name="task">The attempt.</param>
    /// <param name="outcome">Its end.</param>
    public void Ended(long begun, string activityType, ActivityTask task, ActivityOutcome outcome)
    {
        if (begun == NotMeasured)
        {
            return;
        }

        TagList tags = new() { new(TelemetryTags.ActivityType, activityType), new(TelemetryTags.TaskQueue, task.TaskQueue) };
        if (outcome is ActivityOutcome.Completed)
        {
            _endToEnd.Record(Math.Max(0, (_timeProvider.GetUtcNow() - task.ScheduledTime).TotalSeconds), tags);
        }

        tags.Add(TelemetryTags.Outcome, NameOf(outcome));
        _execution.Record(_timeProvider.GetElapsedTime(begun).TotalSeconds, tags);
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private static string NameOf(ActivityOutcome outcome) => outcome switch
    {
        ActivityOutcome.Completed => "completed",
        ActivityOutcome.Canceled => "canceled",
        ActivityOutcome.CompletesLater => "later",
        _ => "failed",
    };
}
