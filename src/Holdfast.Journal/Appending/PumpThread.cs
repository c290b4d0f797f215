namespace Holdfast.Journaling.Appending;

/// <summary>A thread that repeats a step while it finds something to do, and waits otherwise.</summary>
internal sealed class PumpThread
{
    private readonly Func<bool> _step;
    private readonly IdleWait _idle;
    private readonly Thread _thread;

    public PumpThread(string name, ThreadPriority priority, IdleWait idle, Func<bool> step)
    {
        _step = step;
        _idle = idle;
        _thread = new Thread(Run) { Name = name, IsBackground = true, Priority = priority };
        _thread.Start();
    }

    public bool IsCurrent => Thread.CurrentThread == _thread;

    public void Signal() => _idle.Signal();

    /// <summary>Lets the step under way end, and ends the thread.</summary>
    public void Stop()
    {
        _idle.Stop();
        _thread.Join();
    }

    private void Run()
    {
        while (!_idle.IsStopped)
        {
            if (!_step())
            {
                _idle.Wait();
            }
        }
    }
}
