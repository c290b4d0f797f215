using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;
using Holdfast.Storage;
using Holdfast.Storage.Sqlite;

namespace Holdfast.Bench;

/// <summary>Fills a settled store with closed runs: of ten types, one in ten failed, with a Keyword and an Int attribute.</summary>
internal static class ListedRuns
{
    /// <summary>Types of the runs, in turn.</summary>
    public const int Types = 10;

    /// <summary>Values of the attribute Region, in turn.</summary>
    public const int Regions = 1_000;

    private const int RunsPerSettlement = 500;
    private const int FailedInterval = 10;
    private static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes runs, and gives how many a second.</summary>
    public static async Task<double> FillAsync(string path, int count)
    {
        await using var store = await SqliteSettledStore.OpenAsync(new SqliteSettledStoreOptions { Path = path }, CancellationToken.None);
        var records = Records();
        var started = Stopwatch.GetTimestamp();
        foreach (var numbers in Enumerable.Range(0, count).Chunk(RunsPerSettlement))
        {
            await store.SettleAsync([.. numbers.Select(number => Settlement(number, records))], CancellationToken.None);
        }

        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static RunSettlement Settlement(int number, ReadOnlyMemory<byte> records)
    {
        var start = Origin.AddSeconds(number);
        RunId runId = new(Guid.CreateVersion7(start));
        return new RunSettlement
        {
            Info = new WorkflowExecutionInfo
            {
                Namespace = NamespaceRules.Default,
                Execution = new WorkflowExecution(string.Create(CultureInfo.InvariantCulture, $"order-{number:D7}"), runId),
                WorkflowType = string.Create(CultureInfo.InvariantCulture, $"Type{number % Types}"),
                TaskQueue = NamespaceRules.Default,
                Status = number % FailedInterval == 0 ? WorkflowExecutionStatus.Failed : WorkflowExecutionStatus.Completed,
                StartTime = start,
                CloseTime = start.AddSeconds(1),
                HistoryLength = 1,
                HistorySizeBytes = records.Length,
                SearchAttributes = PayloadMap.Of(
                [
                    new("Region", SearchAttributePayload.Encode(SearchAttributeValue.OfKeyword(string.Create(CultureInfo.InvariantCulture, $"region-{number % Regions}")))),
                    new("Amount", SearchAttributePayload.Encode(SearchAttributeValue.OfInt(number))),
                ]),
            },
            CoveredLsn = 1,
            FirstExecutionRunId = runId,
            StartRequestId = string.Empty,
            FirstRecordIndex = 0,
            RecordCount = 1,
            Records = records,
        };
    }

    private static byte[] Records()
    {
        ArrayBufferWriter<byte> writer = new();
        RunRecordCodec.Write(writer, new HistoryEvent(1, Origin, new WorkflowExecutionSignaled { SignalName = "listed", Input = Payloads.Empty }));
        return writer.WrittenSpan.ToArray();
    }
}
