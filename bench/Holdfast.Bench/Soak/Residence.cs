namespace Holdfast.Bench;

/// <summary>Looks at the process's memory once a second: the collector takes and gives back a hundred megabytes from one second to the next, so that only the mean says something.</summary>
internal sealed class Residence : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private readonly Timer _timer;
    private long _sum = Environment.WorkingSet;
    private int _count = 1;

    public Residence() => _timer = new Timer(_ => Look(), null, Interval, Interval);

    /// <summary>The mean since the last call.</summary>
    public long TakeMean()
    {
        lock (_gate)
        {
            var mean = _sum / _count;
            (_sum, _count) = (Environment.WorkingSet, 1);
            return mean;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        lock (_gate)
        {
            _sum += Environment.WorkingSet;
            _count++;
        }
    }
}
