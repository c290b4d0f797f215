using Holdfast.Protocol;

namespace Holdfast.Runtime.Tests;

public sealed class WorkflowScanTests
{
    private static readonly EngineOptions Options = new() { Owners = 2, IdleBeforeSettling = TimeSpan.FromSeconds(5), Retention = TimeSpan.FromHours(1) };

    [Fact]
    public void Reading_the_store_again_forgets_what_was_deleted_and_nothing_else()
    {
        PumpedEngine engine = new(Options, new ScriptedWorker().OnSequence("Short", 1));
        StartAndSettle(engine, "deleted");
        engine.Time.Advance(TimeSpan.FromHours(2));
        engine.Settle();
        StartAndSettle(engine, "settled");
        engine.StartWorkflow("in memory", "Short");
        Assert.True(MayHave(engine, "deleted"));

        engine.Engine.Owners[0].Services.WorkflowScan.Renew();
        engine.Settle();

        Assert.False(MayHave(engine, "deleted"));
        Assert.True(MayHave(engine, "settled"));
        Assert.True(MayHave(engine, "in memory"));
    }

    [Fact]
    public void A_run_on_its_way_to_the_store_while_that_is_read_again_stays_known()
    {
        HeldScheduler background = new();
        PumpedEngine engine = new(Options with { BackgroundScheduler = background }, new ScriptedWorker().OnSequence("Short", 1));
        engine.StartWorkflow("w", "Short");
        engine.WaitForClose("w");
        engine.Settle();
        background.IsHeld = true;
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        engine.Settle();
        engine.Engine.Owners[0].Services.WorkflowScan.Renew();
        engine.Settle();
        background.ReleaseNewestFirst();
        engine.Settle();

        Assert.True(MayHave(engine, "w"));
        Assert.Equal(
            ErrorCodes.WorkflowIdReuseRefused,
            Assert.Throws<WorkflowIdInUseException>(() => engine.StartWorkflow("w", "Short", static r => r with { WorkflowIdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate })).Code);
    }

    private static void StartAndSettle(PumpedEngine engine, string workflowId)
    {
        engine.StartWorkflow(workflowId, "Short");
        engine.WaitForClose(workflowId);
        for (var second = 0; second < 10; second++)
        {
            engine.Time.Advance(TimeSpan.FromSeconds(1));
            engine.Settle();
        }
    }

    private static bool MayHave(PumpedEngine engine, string workflowId)
    {
        WorkflowKey workflow = new(PumpedEngine.Namespace, workflowId);
        return HoldfastEngine.OwnerOf([.. engine.Engine.Owners], workflow).KnownWorkflows.MayHave(workflow);
    }
}
