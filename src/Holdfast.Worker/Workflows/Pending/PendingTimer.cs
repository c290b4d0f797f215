using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A timer that has not fired.</summary>
internal sealed class PendingTimer(WorkflowRun run, string timerId, Action fired)
{
    private OutgoingCommand? _request;

    public void Begin(TimeSpan delay, string summary)
    {
        _request = new StartTimer(new StartTimerCommand { TimerId = timerId, StartToFireTimeout = delay, Summary = summary });
        run.Pending.Timers.Add(timerId, this);
        run.Pending.Count++;
        run.Commands.Add(_request);
    }

    public void Fire()
    {
        Forget();
        fired();
    }

    /// <summary>Cancels the timer; it never fires.</summary>
    public void Stop()
    {
        Forget();
        if (_request!.IsSent)
        {
            run.Commands.Add(new CancelTimer(timerId));
        }
        else
        {
            _request.Drop();
        }
    }

    private void Forget()
    {
        run.Pending.Timers.Remove(timerId);
        run.Pending.Count--;
    }
}
