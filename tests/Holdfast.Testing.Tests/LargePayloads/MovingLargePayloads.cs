using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Testing.Tests.Data;

namespace Holdfast.Testing.Tests.LargePayloads;

public sealed class MovingLargePayloads
{
    private const int InlineBytes = 1_024;
    private static readonly string Document = new('d', 5_000);
    private static readonly string Text = new('t', 6_000);

    private readonly MemoryDisk _disk = new();
    private readonly DocumentActivities _activities = new();

    [Fact]
    public async Task Whatever_is_large_is_read_back_where_it_is_needed_and_no_event_carries_it()
    {
        await using var environment = await StartAsync();
        var handle = await environment.Client.StartWorkflowAsync((DocumentFlow f) => f.RunAsync(Document));
        await handle.SignalAsync(f => f.Append(Text));
        Assert.Equal(Text + Text, await handle.ExecuteUpdateAsync(f => f.RepeatAsync(Text)));
        await handle.SignalAsync(f => f.Finish());
        Assert.Equal(Document + Document + "c" + Text, await handle.ResultAsync());

        Assert.Equal(2, _activities.Attempts);
        var payloads = await PayloadsAsync(handle);
        Assert.All(payloads, static p => Assert.True(p.Data.Length <= InlineBytes));
        Assert.True(payloads.Count(ExternalPayload.Is) >= 6);
    }

    [Fact]
    public async Task A_description_counts_what_lies_in_the_store()
    {
        await using var environment = await StartAsync();
        var handle = await environment.Client.StartWorkflowAsync((DocumentFlow f) => f.RunAsync(Document));
        var started = await handle.DescribeAsync();
        await handle.SignalAsync(f => f.Append(Text));
        await handle.SignalAsync(f => f.Append("short"));
        var signaled = await handle.DescribeAsync();
        await environment.RestartAsync();
        var again = await handle.DescribeAsync();

        Assert.Equal((1, Document.Length + 2), (started.ExternalPayloadCount, started.ExternalPayloadSizeBytes));
        Assert.Equal((2, Document.Length + Text.Length + 4), (signaled.ExternalPayloadCount, signaled.ExternalPayloadSizeBytes));
        Assert.Equal((2, Document.Length + Text.Length + 4), (again.ExternalPayloadCount, again.ExternalPayloadSizeBytes));
    }

    [Fact]
    public async Task A_closed_run_has_search_attributes_that_count_what_its_events_have_in_the_store()
    {
        await using var environment = await StartAsync();
        var client = environment.Client;
        await NamespacesGuide.ArchiveAsync(client);
        var handle = await client.StartWorkflowAsync((DocumentFlow f) => f.RunAsync(Document));
        await handle.SignalAsync(f => f.Append(Text));
        Assert.Equal(0, (await client.CountWorkflowsAsync("TemporalExternalPayloadCount IS NOT NULL")).Count);
        await handle.SignalAsync(f => f.Finish());
        await handle.ResultAsync();
        var blobs = await BlobsAsync(handle);
        WorkflowListFilter filter = new() { Text = $"WorkflowType = 'DocumentFlow' AND TemporalExternalPayloadCount = {blobs.Count} AND TemporalExternalPayloadSizeBytes = {blobs.Sum(b => b.Length)}" };
        await AssertFoundAsync(filter, isArchived: false);

        await environment.AdvanceAsync(TimeSpan.FromDays(1));
        await environment.RestartAsync();
        await AssertFoundAsync(filter, isArchived: false);

        await environment.AdvanceAsync(TimeSpan.FromDays(31));
        await AssertFoundAsync(filter with { Archived = true }, isArchived: true);

        async Task AssertFoundAsync(WorkflowListFilter asked, bool isArchived)
        {
            Assert.Equal([handle.Id], (await client.ListWorkflowsAsync(asked).ToListAsync()).Select(static r => r.Execution.WorkflowId));
            var described = await handle.DescribeAsync();
            Assert.Equal((isArchived, blobs.Count, blobs.Sum(static b => b.Length)), (described.IsArchived, described.ExternalPayloadCount, described.ExternalPayloadSizeBytes));
            Assert.Equal($"{blobs.Count}", described.Info.SearchAttributes[SystemSearchAttributes.TemporalExternalPayloadCount].ToString());
        }
    }

    [Fact]
    public async Task A_closed_run_that_has_nothing_in_the_store_has_no_such_search_attributes()
    {
        await using var environment = await StartAsync(e => e.ExternalPayloads = new ExternalPayloadOptions { IsEnabled = false });
        var handle = await environment.Client.StartWorkflowAsync((DocumentFlow f) => f.RunAsync(Document));
        await handle.SignalAsync(f => f.Finish());
        await handle.ResultAsync();
        Assert.Empty((await handle.DescribeAsync()).Info.SearchAttributes);
    }

    [Fact]
    public async Task A_history_is_replayed_with_the_values_that_lie_in_the_store()
    {
        await using var environment = await StartAsync();
        var handle = await environment.Client.StartWorkflowAsync((DocumentFlow f) => f.RunAsync(Document));
        await handle.SignalAsync(f => f.Append(Text));
        await handle.SignalAsync(f => f.Finish());
        await handle.ResultAsync();
        var history = await HistoryAsync(handle);
        var run = (await handle.DescribeAsync()).Info.Execution;
        WorkflowReplayer without = new WorkflowReplayer().AddAssembly(typeof(DocumentFlow).Assembly);
        WorkflowReplayer with = new WorkflowReplayer { BlobStore = new DiskBlobStore(_disk) }.AddAssembly(typeof(DocumentFlow).Assembly);

        Assert.Equal(ErrorCodes.BlobStoreMissing, without.TryReplay(history, run.WorkflowId, run.RunId)?.Code);
        Assert.Null(with.TryReplay(history, run.WorkflowId, run.RunId));
        await with.ReplayAsync(history, run.WorkflowId, run.RunId, TestContext.Current.CancellationToken);
        var summary = await without.ReplayAllAsync(environment.Client, cancellationToken: TestContext.Current.CancellationToken); // the client has the store
        Assert.Equal((2, 0), (summary.Replayed, summary.Failed));

        foreach (var name in _disk.List())
        {
            _disk.Delete(name);
        }

        WorkflowReplayer empty = new WorkflowReplayer { BlobStore = new DiskBlobStore(_disk) }.AddAssembly(typeof(DocumentFlow).Assembly);
        Assert.Equal(ErrorCodes.BlobNotFound, Assert.Throws<HoldfastException>(() => empty.TryReplay(history)).Code);
    }

    [Fact]
    public async Task Equal_values_are_one_blob()
    {
        await using var environment = await StartAsync();
        var first = await environment.Client.StartWorkflowAsync((DocumentFlow f) => f.RunAsync(Document));
        var second = await environment.Client.StartWorkflowAsync((DocumentFlow f) => f.RunAsync(Document));
        Assert.Equal(await BlobsAsync(first), await BlobsAsync(second));
        Assert.Single(_disk.List());
    }

    [Fact]
    public async Task After_a_crash_the_code_and_a_query_get_what_lies_in_the_store()
    {
        await using var environment = await StartAsync();
        var handle = await environment.Client.StartWorkflowAsync((DocumentFlow f) => f.RunAsync(Document));
        await handle.SignalAsync(f => f.Append(Text));
        Assert.Equal(Text.Length, await handle.QueryAsync(f => f.SignaledCharacters()));
        await environment.RestartAsync();
        Assert.Equal(Text.Length, await handle.QueryAsync(f => f.SignaledCharacters()));
        await environment.RestartAsync();
        await handle.SignalAsync(f => f.Finish());
        Assert.Equal(Document + Document + "c" + Text, await handle.ResultAsync());
    }

    [Fact]
    public async Task What_lies_in_the_store_is_encrypted()
    {
        CodecDataConverter converter = new([new EncryptionCodec(new EncryptionKeyRing("one", new byte[EncryptionKeyRing.KeyBytes]))]);
        await using var environment = await StartAsync(e => e.DataConverter = converter);
        var handle = await environment.Client.StartWorkflowAsync((DocumentFlow f) => f.RunAsync(Document));
        await handle.SignalAsync(f => f.Finish());
        Assert.Equal(Document + Document + "c", await handle.ResultAsync());
        var stored = (await PayloadsAsync(handle)).First(ExternalPayload.Is);
        Assert.True(stored.Metadata.TryGet(ExternalPayload.EncodingMetadata, out var encoding));
        Assert.Equal(EncryptionCodec.Encoding, System.Text.Encoding.UTF8.GetString(encoding.Span));
    }

    [Fact]
    public async Task A_store_that_is_away_fails_attempts_and_tasks_which_are_tried_again()
    {
        FailingBlobStore store = new(new DiskBlobStore(_disk));
        await using var environment = await StartAsync(e => e.BlobStore = store);
        var handle = await environment.Client.StartWorkflowAsync((DocumentFlow f) => f.RunAsync(Document));
        foreach (var failing in Enumerable.Range(0, 8))
        {
            store.FailOnce(failing);
        }

        await handle.SignalAsync(f => f.Finish());

        Assert.Equal(Document + Document + "c", await handle.ResultAsync());
        var failed = (await HistoryAsync(handle)).Select(e => e.Attributes).OfType<WorkflowTaskFailed>().Select(e => e.Cause).ToList();
        Assert.NotEmpty(failed);
        Assert.All(failed, static c => Assert.Equal(WorkflowTaskFailedCause.ExternalStorageFailure, c));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_crash_between_a_put_and_its_record_loses_nothing(int heldPut)
    {
        FailingBlobStore store = new(new DiskBlobStore(_disk)) { HeldPut = heldPut };
        await using var environment = await StartAsync(e => e.BlobStore = store);
        var handle = await environment.Client.StartWorkflowAsync((DocumentFlow f) => f.RunAsync(Document));
        await handle.SignalAsync(f => f.Finish());
        await store.Reached.WaitAsync(TestContext.Current.CancellationToken);
        await environment.RestartAsync(TestContext.Current.CancellationToken);
        store.Release();
        var result = await handle.ResultAsync(); // a heartbeat that was not recorded is not seen by the next attempt
        Assert.StartsWith(Document, result, StringComparison.Ordinal);
        Assert.EndsWith("c", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_is_told_that_the_store_is_away()
    {
        FailingBlobStore store = new(new DiskBlobStore(_disk));
        await using var environment = await StartAsync(e => e.BlobStore = store);
        var handle = await environment.Client.StartWorkflowAsync((DocumentFlow f) => f.RunAsync(Document));
        Assert.Equal(0, await handle.QueryAsync(f => f.SignaledCharacters()));
        await environment.RestartAsync();
        store.FailAll = true;
        var error = await Assert.ThrowsAsync<WorkflowQueryFailedException>(() => handle.QueryAsync(f => f.SignaledCharacters()));
        Assert.Contains("The store is away", error.Message, StringComparison.Ordinal);
        store.FailAll = false;
        Assert.Equal(0, await handle.QueryAsync(f => f.SignaledCharacters()));
    }

    [Fact]
    public async Task A_client_whose_store_is_away_has_sent_nothing()
    {
        FailingBlobStore store = new(new DiskBlobStore(_disk)) { FailAll = true };
        await using var environment = await StartAsync(e => e.BlobStore = store);
        var error = await Assert.ThrowsAsync<HoldfastException>(() => environment.Client.StartWorkflowAsync((DocumentFlow f) => f.RunAsync(Document), new WorkflowOptions { Id = "late" }));
        Assert.Equal(ErrorCodes.BlobStoreFailed, error.Code);
        await Assert.ThrowsAsync<WorkflowNotFoundException>(() => environment.Client.GetWorkflowHandle("late").DescribeAsync());
    }

    [Fact]
    public async Task Switched_off_everything_stays_in_the_history()
    {
        await using var environment = await StartAsync(e => e.ExternalPayloads = new ExternalPayloadOptions { IsEnabled = false });
        var handle = await environment.Client.StartWorkflowAsync((DocumentFlow f) => f.RunAsync(Document));
        await handle.SignalAsync(f => f.Finish());
        Assert.Equal(Document + Document + "c", await handle.ResultAsync());
        Assert.DoesNotContain(await PayloadsAsync(handle), ExternalPayload.Is);
        Assert.Empty(_disk.List());
    }

    private async Task<WorkflowEnvironment> StartAsync(Action<WorkflowEnvironmentBuilder>? configure = null) => await WorkflowEnvironment.StartAsync(e =>
    {
        e.BlobStore = new DiskBlobStore(_disk);
        e.ExternalPayloads = new ExternalPayloadOptions { InlineBytes = InlineBytes };
        e.AddAssembly(typeof(DocumentFlow).Assembly).AddActivities(_activities);
        configure?.Invoke(e);
    });

    private static async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(WorkflowHandle handle)
    {
        List<HistoryEvent> history = [];
        await foreach (var historyEvent in handle.FetchHistoryAsync())
        {
            history.Add(historyEvent);
        }

        return history;
    }

    private static async Task<List<Payload>> PayloadsAsync(WorkflowHandle handle) => [.. (await HistoryAsync(handle)).SelectMany(e => PayloadsIn.Of(e.Attributes))];

    private static async Task<List<BlobReference>> BlobsAsync(WorkflowHandle handle) => [.. (await PayloadsAsync(handle)).Where(ExternalPayload.Is).Select(ExternalPayload.BlobOf)];
}
