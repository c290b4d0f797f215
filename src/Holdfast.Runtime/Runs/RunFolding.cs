using Holdfast.Engine;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>Makes runs in memory from their records.</summary>
internal static class RunFolding
{
    /// <summary>A run from the settled store.</summary>
    /// <param name="settled">What the store has of it.</param>
    /// <param name="furtherBytes">Size of the records that will be added at once.</param>
    public static RunEntry Fold(SettledRun settled, int furtherBytes = 0)
    {
        var settledBytes = settled.Records.Sum(static r => r.Length);
        RunEntry run = new(settled.Summary.Workflow, settled.Summary.RunId, settledBytes + furtherBytes);
        foreach (var chunk in settled.Records)
        {
            Fold(run, chunk.Span);
        }

        Invariant.That(run.History.Count == settled.Summary.RecordCount, "the store gives as many records as it counts");
        run.History.MarkSettled(run.History.Bytes, run.History.Count);
        run.Restore(settled.Summary.CoveredLsn, firstUnsettledLsn: 0);
        return run;
    }

    /// <summary>Adds encoded records to a run.</summary>
    public static void Fold(RunEntry run, ReadOnlySpan<byte> records)
    {
        var rest = records;
        while (!rest.IsEmpty)
        {
            var before = rest;
            var record = RunRecordCodec.Read(ref rest);
            RunMachine.Apply(run.State, record);
            run.AppendEncoded(record, before[..^rest.Length]);
        }

        run.State.SetHistorySizeBytes(run.History.Bytes);
    }
}
