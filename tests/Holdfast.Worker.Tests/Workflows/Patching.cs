using System.Text;
using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

public sealed class Patching
{
    private const string Marker = "marker core_patch patch-data={\"id\":\"p\",\"deprecated\":false}";
    private const string DeprecatedMarker = "marker core_patch patch-data={\"id\":\"p\",\"deprecated\":true}";
    private const string Upsert = "upsert TemporalChangeVersion=[\"p\"]";

    [Fact]
    public void A_new_run_takes_the_new_way_and_records_the_patch_once()
    {
        using var run = Start(static async () =>
        {
            Assert.True(Workflow.Patched("p"));
            Assert.True(Workflow.Patched("p"));
            await Charge();
            Assert.True(Workflow.Patched("p"));
        });
        Assert.Equal([Marker, Upsert, "activity Charge(\"o\", 1)"], run.Asked);
        run.CompleteActivity("Charge", "r").RunTask();
        Assert.Equal(["complete()"], run.Asked);
        var attribute = ((UpsertWorkflowSearchAttributes)run.History.Events[5].Attributes).SearchAttributes["TemporalChangeVersion"];
        Assert.Equal("KeywordList", Encoding.UTF8.GetString(Assert.Single(attribute.Metadata).Value.Span));
    }

    [Fact]
    public void A_run_that_came_past_the_place_before_the_change_keeps_to_the_old_way()
    {
        using var run = Start(Charge);
        run.CompleteActivity("Charge", "r");
        Move(run, static async () =>
        {
            var before = Workflow.Patched("p");
            await Charge();
            Assert.Equal((false, false), (before, Workflow.Patched("p")));
            Assert.True(Workflow.Patched("later"));
        });
        Assert.Equal(["marker core_patch patch-data={\"id\":\"later\",\"deprecated\":false}", "upsert TemporalChangeVersion=[\"later\"]", "complete()"], run.Asked);
    }

    [Fact]
    public void A_run_that_took_the_new_way_takes_it_again_on_replay()
    {
        using var run = Start(Patched);
        run.CompleteActivity("Charge", "r").Evict().RunTask();
        Assert.Equal(["complete()"], run.Asked);
    }

    [Fact]
    public void All_patches_so_far_are_listed_in_order_of_their_names()
    {
        using var run = Start(static () =>
        {
            Workflow.Patched("b");
            Workflow.Patched("a");
            return Task.CompletedTask;
        });
        Assert.Equal("upsert TemporalChangeVersion=[\"b\"]", run.Asked[1]);
        Assert.Equal("upsert TemporalChangeVersion=[\"a\",\"b\"]", run.Asked[3]);
    }

    [Fact]
    public void A_list_of_patches_that_is_too_long_for_a_search_attribute_is_left_as_it_was()
    {
        using var run = Start(static () =>
        {
            Workflow.Patched("short");
            Workflow.Patched(new string('x', 2_040));
            Workflow.Patched("another");
            return Task.CompletedTask;
        });
        Assert.Equal(["marker", "upsert", "marker", "marker", "complete()"], run.Asked.Select(a => a.Split(' ')[0]));
    }

    [Fact]
    public void Code_without_a_patch_that_history_has_is_named() => Assert.Contains(
        "Event 5 of the history is MarkerRecorded of patch 'p', but at this point the workflow code schedules activity 'Charge' (ID 1).",
        Refused(Patched, Charge),
        StringComparison.Ordinal);

    [Fact]
    public void Another_patch_than_the_one_in_history_is_named() => Assert.Contains(
        "Event 5 of the history is MarkerRecorded of patch 'p', but at this point the workflow code uses patch 'q'.",
        Refused(() => Use(["p", "q"]), () => Use(["q", "p"])),
        StringComparison.Ordinal);

    [Fact]
    public void A_deprecated_patch_records_that_it_is() => Assert.Equal([DeprecatedMarker, Upsert, "activity Charge(\"o\", 1)"], Start(Deprecated).Asked);

    [Fact]
    public void A_deprecation_follows_the_history_of_a_patch()
    {
        using var run = Start(Patched);
        run.CompleteActivity("Charge", "r");
        Move(run, Deprecated);
        Assert.Equal(["complete()"], run.Asked);
    }

    [Fact]
    public void A_deprecation_follows_a_history_without_the_patch_and_records_nothing()
    {
        using var run = Start(Charge);
        run.CompleteActivity("Charge", "r");
        Move(run, Deprecated);
        Assert.Equal(["complete()"], run.Asked);
    }

    [Fact]
    public void A_deprecated_patch_may_go_from_the_code()
    {
        using var run = Start(Deprecated);
        run.CompleteActivity("Charge", "r");
        Move(run, Charge);
        Assert.Equal(["complete()"], run.Asked);
    }

    [Fact]
    public void One_deprecated_patch_may_go_and_another_stay()
    {
        using var run = Start(static () =>
        {
            Workflow.DeprecatePatch("old");
            return Patched();
        });
        run.CompleteActivity("Charge", "r");
        Move(run, Patched);
        Assert.Equal(["complete()"], run.Asked);
    }

    [Fact]
    public void A_patch_that_the_worker_does_not_activate_leaves_nothing_and_the_run_keeps_to_the_old_way()
    {
        List<string> asked = [];
        WorkflowTaskHandlerOptions refusing = new() { PatchActivation = p => Refuse(asked, p) };
        using var run = RunDriver.Create((PlainWorkflow w) => w.RunAsync("given"));
        run.ChecksReplay = false;
        run.MoveTo(Handler(Twice, refusing)).RunTask();
        Assert.Equal(["activity Charge(\"o\", 1)"], run.Asked);
        Assert.Equal(["PlainWorkflow order-1 p"], asked);

        run.CompleteActivity("Charge", "r");
        run.MoveTo(Handler(Twice, new WorkflowTaskHandlerOptions { PatchActivation = static _ => true })).RunTask();
        Assert.Equal(["activity Charge(\"o\", 1)"], run.Asked);
    }

    [Fact]
    public void Neither_a_patch_that_history_has_nor_a_deprecated_one_waits_for_its_activation()
    {
        List<string> asked = [];
        WorkflowTaskHandlerOptions refusing = new() { PatchActivation = p => Refuse(asked, p) };
        using var run = Start(Patched);
        run.CompleteActivity("Charge", "r");
        run.MoveTo(Handler(Patched, refusing)).RunTask();
        Assert.Equal(["complete()"], run.Asked);

        using var other = RunDriver.Create((PlainWorkflow w) => w.RunAsync("given"));
        other.ChecksReplay = false;
        other.MoveTo(Handler(Deprecated, refusing)).RunTask();
        Assert.Equal([DeprecatedMarker, Upsert, "activity Charge(\"o\", 1)"], other.Asked);
        Assert.Empty(asked);
    }

    [Fact]
    public void Deciding_about_a_patch_is_no_place_to_act()
    {
        WorkflowTaskHandlerOptions acting = new() { PatchActivation = static _ => Workflow.DelayAsync(TimeSpan.FromDays(1)).IsCompleted };
        using var run = RunDriver.Create((PlainWorkflow w) => w.RunAsync("given"));
        run.ChecksReplay = false;
        var failed = Assert.IsType<WorkflowTaskResult.Failed>(run.MoveTo(Handler(Patched, acting)).TryTask());
        Assert.StartsWith("HF3004", failed.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_patch_cannot_be_asked_for_where_code_only_looks()
    {
        using var run = Create(static () => Workflow.WaitConditionAsync(static () => Workflow.Patched("p")));
        run.ChecksReplay = false;
        Assert.StartsWith("HF3004", Assert.IsType<WorkflowTaskResult.Failed>(run.TryTask()).Failure.Message, StringComparison.Ordinal);
    }

    private static async Task Charge() => await Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync("o", 1));

    private static Task Patched() => Workflow.Patched("p") ? Charge() : Workflow.DelayAsync(TimeSpan.FromDays(1));

    /// <summary>Asks for the patch before and after a wait.</summary>
    private static async Task Twice()
    {
        await (Workflow.Patched("p") ? Workflow.DelayAsync(TimeSpan.FromDays(1)) : Charge());
        await (Workflow.Patched("p") ? Workflow.DelayAsync(TimeSpan.FromDays(1)) : Charge());
    }

    private static bool Refuse(List<string> asked, PatchActivation patch)
    {
        asked.Add($"{patch.Workflow.WorkflowType} {patch.Workflow.WorkflowId} {patch.PatchId}");
        return false;
    }

    private static Task Use(IEnumerable<string> patchIds)
    {
        foreach (var patchId in patchIds)
        {
            Workflow.Patched(patchId);
        }

        return Charge();
    }

    private static Task Deprecated()
    {
        Workflow.DeprecatePatch("p");
        return Charge();
    }

    private static RunDriver Start(Func<Task> code) => Create(code).RunTask();

    private static RunDriver Create(Func<Task> code)
    {
        var run = RunDriver.Create((PlainWorkflow w) => w.RunAsync("given"));
        run.ChecksReplay = false;
        return run.MoveTo(Handler(code));
    }

    private static void Move(RunDriver run, Func<Task> code) => run.MoveTo(Handler(code)).RunTask();

    private static string Refused(Func<Task> before, Func<Task> after)
    {
        using var run = Start(before);
        run.CompleteActivity("Charge", "r");
        var failed = Assert.IsType<WorkflowTaskResult.Failed>(run.MoveTo(Handler(after)).TryTask());
        Assert.Equal(WorkflowTaskFailedCause.NonDeterministicError, failed.Cause);
        return failed.Failure.Message;
    }

    private static WorkflowTaskHandler Handler(Func<Task> code, WorkflowTaskHandlerOptions? options = null) => new([new WorkflowDefinition
    {
        Name = "PlainWorkflow",
        DeclaringType = typeof(PlainWorkflow),
        Invoke = async (_, _) =>
        {
            await code();
            return Payloads.Empty;
        },
    }], options);
}
