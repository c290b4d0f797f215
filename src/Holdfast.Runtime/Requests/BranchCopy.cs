using Holdfast.Engine;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Runtime;

/// <summary>
/// The run that is to come of a reset, while the events that it shares with the run that is reset are copied into it, a section at a time. Nothing of it is recorded
/// or known to anybody before the reset happens. What is copied stays true, because a history is only appended to.
/// </summary>
/// <param name="source">The run that is reset.</param>
/// <param name="runId">The ID of the new run.</param>
/// <param name="expectedBytes">Bytes that will be copied, at most.</param>
internal sealed class BranchCopy(RunEntry source, RunId runId, int expectedBytes)
{
    private int _position;

    /// <summary>The run that is reset.</summary>
    public RunEntry Source => source;

    /// <summary>The new run.</summary>
    public RunEntry Run { get; } = new(source.Workflow, runId, expectedBytes);

    /// <summary>Bytes of the events that were copied.</summary>
    public int Bytes => Run.History.Bytes;

    /// <summary>Copies on, up to the event named.</summary>
    /// <param name="finishEventId">The first event that is left out.</param>
    /// <param name="mostBytes">Bytes of the other history that are read; one record more at most.</param>
    /// <returns>True when everything before the event is copied.</returns>
    public bool Continue(long finishEventId, int mostBytes)
    {
        var rest = source.History.From(_position);
        for (var end = rest.Length - (long)mostBytes; Run.State.NextEventId < finishEventId;)
        {
            if (rest.Length <= end)
            {
                return false;
            }

            CopyOne(ref rest);
        }

        return true;
    }

    /// <summary>It comes to nothing: what it holds is given back.</summary>
    public void Abandon() => Run.History.Release();

    private void CopyOne(ref ReadOnlySpan<byte> rest)
    {
        var encoded = rest;
        if (RunRecordCodec.PeekEventType(rest) is null)
        {
            _position += RunRecordCodec.Skip(ref rest);
            return;
        }

        var recorded = (HistoryEvent)RunRecordCodec.Read(ref rest);
        var length = encoded.Length - rest.Length;
        var copied = BranchedHistory.Of(recorded, source.RunId);
        RunMachine.Apply(Run.State, copied);
        if (ReferenceEquals(copied, recorded))
        {
            Run.AppendEncoded(copied, encoded[..length]);
        }
        else
        {
            Run.Append(copied);
        }

        _position += length;
    }
}
