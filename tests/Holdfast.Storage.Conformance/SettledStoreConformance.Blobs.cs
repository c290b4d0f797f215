using System.Security.Cryptography;
using Holdfast.Protocol;

namespace Holdfast.Storage.Conformance;

public abstract partial class SettledStoreConformance
{
    private static readonly DateTimeOffset LongAgo = DateTimeOffset.UnixEpoch;

    [Fact]
    public async Task A_blob_is_used_while_a_run_refers_to_it()
    {
        await SettleAsync(Referring(new SampleRun(1), 1, 2), Referring(new SampleRun(2), 2), new SampleRun(3).Open());

        Assert.Equal([Blob(3)], await Store.FindUnusedBlobsAsync([Blob(1), Blob(2), Blob(3)], Token));
        Assert.Equal(Hashes(1, 2), (await ToListAsync(Store.ReadBlobsAsync(Token))).Select(b => b.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_later_settlement_adds_to_the_blobs_of_its_run()
    {
        var run = new SampleRun(1);
        await SettleAsync(Referring(run, 1));
        await SettleAsync(Referring(run, 2) with { CoveredLsn = 20, FirstRecordIndex = 1 });
        await ReopenAsync();

        Assert.Equal([Blob(3)], await Store.FindUnusedBlobsAsync([Blob(1), Blob(2), Blob(3)], Token));
    }

    [Fact]
    public async Task Blobs_of_deleted_runs_are_remembered_until_the_time_of_their_release_is_long_past()
    {
        var expired = new SampleRun(1);
        var deleted = new SampleRun(2);
        await SettleAsync(Referring(expired, 1, 9) with { Info = expired.Info(WorkflowExecutionStatus.Completed, closedAt: 9) }, Referring(deleted, 2), Referring(new SampleRun(3), 9));
        await Store.DeleteClosedBeforeAsync("default", SampleRun.At(10), 100, LastLsn, Token);
        await Store.DeleteAsync(deleted.RunId, LastLsn, Token);
        await ReopenAsync();

        Assert.Equal([Blob(3)], await UnusedAsync());
        await Store.ForgetReleasedBlobsAsync(SampleRun.At(20), LongAgo, Token);
        await Store.ForgetReleasedBlobsAsync(SampleRun.At(30), SampleRun.At(20), Token);
        Assert.Equal([Blob(3)], await UnusedAsync());
        await Store.ForgetReleasedBlobsAsync(SampleRun.At(30), SampleRun.At(21), Token);
        Assert.Equal([Blob(1), Blob(2), Blob(3)], await UnusedAsync());

        Task<IReadOnlyList<BlobId>> UnusedAsync() => Store.FindUnusedBlobsAsync([Blob(1), Blob(2), Blob(3), Blob(9)], Token);
    }

    [Fact]
    public async Task A_blob_that_is_released_again_counts_from_then_on()
    {
        await Store.ReleaseBlobsAsync([Blob(1)], Token);
        await Store.ForgetReleasedBlobsAsync(SampleRun.At(20), LongAgo, Token);
        await Store.ReleaseBlobsAsync([Blob(1)], Token);

        await Store.ForgetReleasedBlobsAsync(SampleRun.At(40), SampleRun.At(30), Token);
        Assert.Empty(await Store.FindUnusedBlobsAsync([Blob(1)], Token));
        await Store.ForgetReleasedBlobsAsync(SampleRun.At(50), SampleRun.At(41), Token);
        Assert.Equal([Blob(1)], await Store.FindUnusedBlobsAsync([Blob(1)], Token));
    }

    [Fact]
    public async Task What_a_settlement_that_came_too_late_refers_to_counts_as_released()
    {
        var deleted = new SampleRun(1);
        await Store.DeleteAsync(deleted.RunId, LastLsn, Token);
        await SettleAsync(Referring(deleted, 1));

        Assert.Empty(await Store.FindUnusedBlobsAsync([Blob(1)], Token));
        Assert.Empty(await ToListAsync(Store.ReadBlobsAsync(Token)));
    }

    [Fact]
    public async Task Blobs_of_archived_runs_are_used_for_good_also_when_a_run_that_referred_to_them_is_deleted()
    {
        var run = new SampleRun(1);
        await SettleAsync(Referring(run, 1, 2));
        await Store.KeepBlobsAsync([Blob(1), Blob(3)], Token);
        await Store.KeepBlobsAsync([Blob(1)], Token);
        await Store.DeleteAsync(run.RunId, LastLsn, Token);
        await ReopenAsync();
        await Store.ForgetReleasedBlobsAsync(SampleRun.At(20), LongAgo, Token);
        await Store.ForgetReleasedBlobsAsync(SampleRun.At(40), SampleRun.At(30), Token);

        Assert.Equal([Blob(2)], await Store.FindUnusedBlobsAsync([Blob(1), Blob(2), Blob(3)], Token));
        Assert.Equal(Hashes(1, 3).Order(StringComparer.Ordinal), (await ToListAsync(Store.ReadBlobsAsync(Token))).Select(b => b.ToString()).Order(StringComparer.Ordinal));
    }

    private static BlobId Blob(byte number) => BlobId.Of(SHA256.HashData([number]));

    private static IEnumerable<string> Hashes(params byte[] numbers) => numbers.Select(number => Blob(number).ToString()).Order(StringComparer.Ordinal);

    /// <summary>Settles a run with one record, whose payload names blobs.</summary>
    private static RunSettlement Referring(SampleRun run, params byte[] blobs) => run.Open() with { RecordCount = 1, Records = SampleRun.ReferringTo(blobs.Select(Blob)) };
}
