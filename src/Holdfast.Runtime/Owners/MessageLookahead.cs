using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>
/// Takes messages out of an owner's mailbox a few at a time, and reads beforehand what handling them will read.
/// </summary>
/// <remarks>
/// With thousands of runs in flight all that belongs to a run has left the processor's caches when its next message comes, and each object on the way from the
/// message to the run's state costs a wait for memory. Handled one after the other, messages wait in turn; here the reads of several messages, which do not depend
/// on one another, are under way at a time. Nothing is changed by it. Touched by the owner's loop alone.
/// </remarks>
internal sealed class MessageLookahead(ShardOwner owner)
{
    private const int MostMessages = 8;

    private readonly OwnerMessage?[] _messages = new OwnerMessage?[MostMessages];
    private readonly RunEntry?[] _runs = new RunEntry?[MostMessages];
    private int _next;
    private int _count;

    /// <summary>What was read, so that reading is not left out as useless.</summary>
    private long _read;

    /// <summary>True when messages were taken out that nobody has handled.</summary>
    public bool HasMore => _next < _count;

    /// <summary>The next message; null when there is none.</summary>
    public OwnerMessage? Take()
    {
        if (_next == _count)
        {
            Fill();
        }

        if (_next == _count)
        {
            return null;
        }

        var message = _messages[_next];
        _messages[_next++] = null;
        return message;
    }

    /// <summary>Nobody will handle what was taken out.</summary>
    public void Fail(Exception exception)
    {
        while (Take() is { } message)
        {
            message.Fail(exception);
        }
    }

    private void Fill()
    {
        (_next, _count) = (0, 0);
        while (_count < MostMessages && owner.Mailbox.TryTake(out var message))
        {
            _messages[_count++] = message;
        }

        if (_count > 1)
        {
            ReadAhead();
        }
    }

    /// <summary>One level of objects at a time, for all messages.</summary>
    private void ReadAhead()
    {
        for (var i = 0; i < _count; i++)
        {
            _runs[i] = _messages[i]!.FindRunAhead(owner);
            _read += _messages[i]!.ReadAhead();
        }

        var runs = _runs.AsSpan(0, _count);
        foreach (var run in runs)
        {
            _read += run?.ReadAhead() ?? 0;
        }

        foreach (var run in runs)
        {
            _read += run?.ReadFurtherAhead() ?? 0;
        }

        ReadCodeAhead(runs);
        runs.Clear();
    }

    /// <summary>Tasks of these runs may come next: their workers read what they keep of them.</summary>
    private void ReadCodeAhead(ReadOnlySpan<RunEntry?> runs)
    {
        Span<RunId> runIds = stackalloc RunId[MostMessages];
        IWorkflowTaskHandler? workflows = null;
        var count = 0;
        foreach (var run in runs)
        {
            if (run is null || owner.Services.Matching.FindWorkflowWorker(run)?.Workflows is not { } ofRun)
            {
                continue;
            }

            if (!ReferenceEquals(ofRun, workflows))
            {
                workflows?.ReadAhead(runIds[..count]);
                (workflows, count) = (ofRun, 0);
            }

            runIds[count++] = run.RunId;
        }

        workflows?.ReadAhead(runIds[..count]);
    }
}
