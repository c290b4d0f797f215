using System.Diagnostics;

namespace Holdfast.Fuzzing;

/// <summary>Feeds inputs to a target and judges how it takes them.</summary>
internal sealed class FuzzRun
{
    /// <summary>Longest that one input may take: 2 s, on a machine that does other things too.</summary>
    public static readonly TimeSpan LongestPerInput = TimeSpan.FromSeconds(2);

    /// <summary>How often an input that took too long is tried again: a machine that is busy with something else is not slow each time.</summary>
    private const int TriesWhenSlow = 3;

    private readonly FuzzTarget _target;
    private readonly InputMaker _inputs;
    private readonly Watchdog? _watchdog;

    public FuzzRun(FuzzTarget target, Watchdog? watchdog = null)
    {
        _target = target;
        _inputs = new InputMaker(target);
        _watchdog = watchdog;
        WarmUp();
    }

    /// <summary>Inputs that were read; the others were refused.</summary>
    public long Accepted { get; private set; }

    /// <summary>Feeds inputs until one is not taken as it must be.</summary>
    /// <returns>That input; null when there was none.</returns>
    public FuzzFinding? Feed(long start, long count)
    {
        for (var number = start; number < start + count; number++)
        {
            if (Feed(_inputs.Make(number), number) is { } finding)
            {
                return finding;
            }
        }

        return null;
    }

    /// <summary>Feeds one input.</summary>
    public FuzzFinding? Feed(byte[] input, long number = -1)
    {
        using var watch = _watchdog?.Watch(_target.Name, number, input);
        var given = (byte[])input.Clone();
        var began = Stopwatch.GetTimestamp();
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        var wrong = Read(given);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
        wrong ??= Stopwatch.GetElapsedTime(began) is var took && took > LongestPerInput && IsSlowAgain(input) ? $"it took {took}" : null;
        wrong ??= allocated > _target.AllowanceBytes(input.Length) ? $"{input.Length} bytes made it allocate {allocated}; it may allocate {_target.AllowanceBytes(input.Length)}" : null;
        return wrong is null ? null : new FuzzFinding(_target.Name, number, input, wrong);
    }

    private bool IsSlowAgain(byte[] input) => Enumerable.Range(0, TriesWhenSlow).All(_ =>
    {
        var began = Stopwatch.GetTimestamp();
        Read((byte[])input.Clone());
        return Stopwatch.GetElapsedTime(began) > LongestPerInput;
    });

    private string? Read(byte[] input)
    {
        try
        {
            _target.Read(input);
            Accepted++;
            return null;
        }
        catch (Exception exception)
        {
            return _target.IsRefusal(exception) ? null : exception.ToString();
        }
    }

    /// <summary>What is made once for the process is not the first input's.</summary>
    private void WarmUp()
    {
        foreach (var sample in _target.Samples)
        {
            Read((byte[])sample.Clone());
        }

        Read([]);
        Accepted = 0;
    }
}
