using System.Diagnostics;
using System.Numerics;

namespace Holdfast.Bench;

/// <summary>Counts response times in buckets that are an eighth of a doubling wide, in memory that does not grow with them. Safe from any thread.</summary>
internal sealed class ResponseTimes
{
    private const int BucketsPerDoubling = 8;
    private const int Doublings = 40;
    private readonly long[] _counts = new long[BucketsPerDoubling * Doublings];

    /// <summary>Times noted.</summary>
    public long Count => _counts.Sum();

    /// <summary>Notes a time in microseconds.</summary>
    public void Note(long microseconds) => Interlocked.Increment(ref _counts[BucketOf(Math.Max(1, microseconds))]);

    /// <summary>Notes the time since a timestamp.</summary>
    public void NoteSince(long timestamp) => Note((long)Stopwatch.GetElapsedTime(timestamp).TotalMicroseconds);

    /// <summary>What was noted since the last call.</summary>
    public ResponseTimes Take()
    {
        ResponseTimes taken = new();
        for (var i = 0; i < _counts.Length; i++)
        {
            taken._counts[i] = Interlocked.Exchange(ref _counts[i], 0);
        }

        return taken;
    }

    /// <summary>Adds what another has.</summary>
    public void Add(ResponseTimes other)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }
    }

    /// <summary>The time that a share of all does not exceed, in milliseconds: the upper end of its bucket. Zero when there is none.</summary>
    public double MillisecondsAt(double percent)
    {
        var left = (long)Math.Ceiling(Count * percent / 100);
        if (left == 0)
        {
            return 0;
        }

        var bucket = 0;
        while ((left -= _counts[bucket]) > 0)
        {
            bucket++;
        }

        return UpperEnd(bucket) / 1000.0;
    }

    private static int BucketOf(long microseconds)
    {
        var doubling = BitOperations.Log2((ulong)microseconds);
        var part = (int)((microseconds - (1L << doubling)) * BucketsPerDoubling >> doubling);
        return Math.Min((doubling * BucketsPerDoubling) + part, (BucketsPerDoubling * Doublings) - 1);
    }

    private static double UpperEnd(int bucket) => Math.ScaleB(1 + (((bucket % BucketsPerDoubling) + 1.0) / BucketsPerDoubling), bucket / BucketsPerDoubling);
}
