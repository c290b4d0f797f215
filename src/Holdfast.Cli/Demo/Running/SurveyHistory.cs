using Holdfast.Agents;
using Holdfast.Cli.Demo.Calls;
using Holdfast.Protocol;

namespace Holdfast.Cli.Demo.Running;

/// <summary>What a run's history tells of the survey: the calls that are recorded, and what it waits for.</summary>
internal sealed class SurveyHistory(RunId runId, IDataConverter converter)
{
    private const string ModelActivity = "CallModel";
    private const string ToolActivity = "InvokeTool";

    private readonly SortedDictionary<long, RecordedCall> _calls = [];
    private readonly SortedDictionary<long, TimerStarted> _timers = [];
    private readonly HashSet<long> _openActivities = [];
    private int _turns;

    /// <summary>The calls that are asked for, in order.</summary>
    public IReadOnlyCollection<RecordedCall> Calls => _calls.Values;

    /// <summary>The calls whose results are recorded, in order.</summary>
    public IEnumerable<RecordedCall> Recorded => _calls.Values.Where(call => call.Summary is not null);

    /// <summary>The timer that the run waits for; null when there is none.</summary>
    public TimerStarted? PendingTimer => _timers.Values.FirstOrDefault();

    /// <summary>True when nothing is under way: the run waits for a timer or a person, or is closed.</summary>
    public bool IsQuiet => _openActivities.Count == 0;

    /// <summary>Takes in an event.</summary>
    public void Take(HistoryEvent historyEvent)
    {
        switch (historyEvent.Attributes)
        {
            case ActivityTaskScheduled scheduled:
                _openActivities.Add(historyEvent.EventId);
                Schedule(historyEvent.EventId, scheduled);
                break;
            case ActivityTaskCompleted completed:
                Close(completed.ScheduledEventId, completed.Result);
                break;
            case ActivityTaskFailed failed:
                Close(failed.ScheduledEventId, "failed: " + failed.Failure.Message);
                break;
            case ActivityTaskTimedOut timedOut:
                Close(timedOut.ScheduledEventId, "timed out");
                break;
            case ActivityTaskCanceled canceled:
                Close(canceled.ScheduledEventId, "canceled");
                break;
            case TimerStarted started:
                _timers.Add(historyEvent.EventId, started);
                break;
            case TimerFired fired:
                _timers.Remove(fired.StartedEventId);
                break;
            case TimerCanceled canceled:
                _timers.Remove(canceled.StartedEventId);
                break;
        }
    }

    private void Schedule(long eventId, ActivityTaskScheduled scheduled)
    {
        var key = new ActivityRef(default, runId, eventId, Attempt: 1).IdempotencyKey;
        if (string.Equals(scheduled.ActivityType, ModelActivity, StringComparison.Ordinal))
        {
            _calls.Add(eventId, new RecordedCall(CallKind.Model, key, $"model call {++_turns}"));
        }
        else if (string.Equals(scheduled.ActivityType, ToolActivity, StringComparison.Ordinal))
        {
            var request = converter.FromPayload<ToolCallRequest>(scheduled.Input[0]);
            var arguments = request.Arguments.EnumerateObject().Select(argument => KeyValuePair.Create<string, object?>(argument.Name, argument.Value));
            _calls.Add(eventId, new RecordedCall(CallKind.Tool, key, CallText.OfTool(request.Tool, arguments)));
        }
    }

    private void Close(long eventId, Payloads result)
    {
        var summary = _calls.GetValueOrDefault(eventId)?.Kind == CallKind.Model ? SummaryOf(converter.FromPayload<ModelCallResult>(result[0])) : string.Empty;
        Close(eventId, summary);
    }

    private void Close(long eventId, string summary)
    {
        _openActivities.Remove(eventId);
        if (_calls.TryGetValue(eventId, out var call))
        {
            _calls[eventId] = call with { Summary = summary };
        }
    }

    private static string SummaryOf(ModelCallResult result) =>
        CallText.OfAnswer(string.Concat(result.Messages.Select(message => message.Text)), [.. result.Calls.Select(call => call.Tool)]);
}
