using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime.Tests;

public sealed class BlobSweepingTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromHours(2);

    private static readonly EngineOptions Options = new()
    {
        Owners = 2,
        IdleBeforeSettling = TimeSpan.FromMinutes(30),
        SettlingInterval = TimeSpan.FromMinutes(1),
        Retention = TimeSpan.FromHours(3),
        BlobGracePeriod = Grace,
        BlobSweepInterval = TimeSpan.FromMinutes(10),
    };

    [Fact]
    public async Task A_blob_that_no_run_refers_to_is_removed_after_the_grace_period_and_not_before()
    {
        var engine = NewEngine();
        await PutAsync(engine, "nobody's");

        Pass(engine, Grace - TimeSpan.FromMinutes(1));
        Assert.Single(engine.BlobDisk.List());
        Pass(engine, TimeSpan.FromMinutes(20));
        Assert.Empty(engine.BlobDisk.List());
    }

    [Fact]
    public async Task A_put_of_what_is_there_already_renews_its_age()
    {
        var engine = NewEngine();
        await PutAsync(engine, "twice");
        Pass(engine, Grace - TimeSpan.FromMinutes(1));
        await PutAsync(engine, "twice");

        engine.CrashAndRestart(1);
        Pass(engine, Grace - TimeSpan.FromMinutes(1));
        Assert.Single(engine.BlobDisk.List());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_blob_stays_while_a_run_refers_to_it_wherever_the_run_is(bool restarts)
    {
        var engine = NewEngine();
        engine.StartWorkflow("holder", "Holder", (await PutAsync(engine, "held")).In);
        Pass(engine, Grace * 3);
        Assert.Equal(0, engine.Engine.RunsInMemory);
        Assert.Single(engine.BlobDisk.List());

        var signaled = await PutAsync(engine, "signaled");
        Pass(engine, Grace - TimeSpan.FromMinutes(1));
        Signal(engine, "holder", signaled);
        if (restarts)
        {
            engine.CrashAndRestart(1);
        }

        Pass(engine, TimeSpan.FromMinutes(20));
        Assert.Equal(1, engine.Engine.RunsInMemory); // and not settled
        Assert.Equal(2, engine.BlobDisk.List().Count);
    }

    [Fact]
    public async Task A_blob_of_an_archived_run_stays_after_the_run_was_deleted_from_the_store()
    {
        var engine = NewEngine();
        engine.Run(engine.Service.Namespaces.UpdateNamespaceAsync(new UpdateNamespaceRequest { Name = PumpedEngine.Namespace, ArchivesRuns = true }, CancellationToken.None));
        engine.StartWorkflow("holder", "Holder", (await PutAsync(engine, "kept")).In);
        engine.Run(engine.Service.TerminateWorkflowExecutionAsync(
            new TerminateWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("holder", default) },
            CancellationToken.None));
        await PutAsync(engine, "nobody's");

        Pass(engine, Options.Retention + TimeSpan.FromMinutes(30));
        engine.CrashAndRestart(1);
        Pass(engine, Grace * 3);

        Assert.Single(engine.ArchiveDisk.List());
        Assert.Single(engine.BlobDisk.List());
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_sweep_that_is_under_way_when_another_process_claims_the_folder_removes_nothing_more(bool isClaimed, int blobsLeft)
    {
        var engine = NewEngine();
        await PutAsync(engine, "nobody's");
        engine.Reads.Hold(nameof(ISettledStore.FindUnusedBlobsAsync));
        Pass(engine, Grace + TimeSpan.FromMinutes(20));
        if (isClaimed)
        {
            engine.Disk.Flip("journal.claim", offset: 8, mask: 0xFF); // as the next claim would, which has a number of its own
        }

        engine.Reads.Release();

        Assert.Equal(blobsLeft, engine.BlobDisk.List().Count);
    }

    [Fact]
    public async Task A_blob_goes_a_grace_period_after_the_last_run_that_referred_to_it()
    {
        var engine = NewEngine();
        engine.StartWorkflow("holder", "Holder", (await PutAsync(engine, "held")).In);
        Pass(engine, Grace * 2);
        engine.Signal("holder", "finish");
        engine.WaitForClose("holder");
        Pass(engine, Options.Retention + Grace - TimeSpan.FromMinutes(1));
        Assert.Single(engine.BlobDisk.List());

        Pass(engine, TimeSpan.FromMinutes(30));
        Assert.Empty(engine.BlobDisk.List());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public async Task A_deleted_run_whether_it_was_settled_or_not_releases_its_blobs(int minutesBefore)
    {
        var engine = NewEngine();
        var held = await PutAsync(engine, "held");
        Pass(engine, Grace - TimeSpan.FromMinutes(1));
        engine.StartWorkflow("holder", "Holder", held.In);
        Pass(engine, TimeSpan.FromMinutes(minutesBefore));

        engine.Run(engine.Service.DeleteWorkflowExecutionAsync(new DeleteWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("holder", default) }, CancellationToken.None));

        Pass(engine, Grace - TimeSpan.FromMinutes(1));
        Assert.Single(engine.BlobDisk.List());
        Pass(engine, TimeSpan.FromMinutes(30));
        Assert.Empty(engine.BlobDisk.List());
    }

    [Fact]
    public async Task An_update_that_waits_for_a_worker_holds_its_blobs()
    {
        PumpedEngine engine = new(Options); // no worker
        engine.StartWorkflow("holder", "Holder");
        var update = engine.Service.UpdateWorkflowExecutionAsync(
            new UpdateWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution("holder", default), Update = new UpdateRequest("u", "take", Payloads.Of((await PutAsync(engine, "waiting")).Payload), PayloadMap.Empty, string.Empty) },
            CancellationToken.None);

        Pass(engine, Grace * 2);

        Assert.False(update.IsCompleted);
        Assert.Single(engine.BlobDisk.List());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_runs_do_and_whenever_the_process_dies_every_blob_of_every_run_can_be_read(int seed)
    {
        await using BlobWorkload workload = new(NewEngine(), seed);
        for (var i = 0; i < 150; i++)
        {
            await workload.StepAsync();
        }

        await workload.CheckAsync();
        workload.EndAll();
        Pass(workload.Engine, Options.Retention + (Grace * 2));
        Assert.DoesNotContain(workload.Engine.BlobDisk.List(), static name => BlobId.TryParse(name, out _));
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 20)];

    internal static PumpedEngine NewEngine() => new(Options, new ScriptedWorker().On("Holder", static (_, history) =>
        history.Any(static e => e.Attributes is WorkflowExecutionSignaled { SignalName: "finish" }) ? ScriptedWorker.Completed(new CompleteWorkflowExecutionCommand()) : ScriptedWorker.Completed()));

    internal static async Task<HeldBlob> PutAsync(PumpedEngine engine, string content)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(content);
        await using MemoryStream stream = new(bytes);
        return new HeldBlob(await engine.Blobs.PutAsync(stream, CancellationToken.None), bytes);
    }

    internal static void Signal(PumpedEngine engine, string workflowId, HeldBlob blob) => engine.Run(engine.Service.SignalWorkflowExecutionAsync(
        new SignalWorkflowExecutionRequest { Namespace = PumpedEngine.Namespace, Execution = new WorkflowExecution(workflowId, default), SignalName = "take", Input = Payloads.Of(blob.Payload), RequestId = Guid.NewGuid().ToString() },
        CancellationToken.None));

    internal static void Pass(PumpedEngine engine, TimeSpan time) => engine.Pass(time, step: TimeSpan.FromMinutes(1));
}
