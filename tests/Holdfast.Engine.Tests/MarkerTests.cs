using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class MarkerTests
{
    private static readonly RecordMarkerCommand Marker = new()
    {
        MarkerName = "core_patch",
        Details = PayloadsMap.Of([new("patch-data", Scenario.Text("x"))]),
        Failure = Scenario.Failure(),
    };

    [Fact]
    public void A_marker_is_recorded_as_the_worker_gave_it()
    {
        var run = new Scenario().Start().RunTask(Marker, Scenario.Timer());
        run.ExpectRecords("4 WorkflowTaskCompleted scheduled=2 started=3", "5 MarkerRecorded core_patch completed=4", "6 TimerStarted t");
        var recorded = Assert.IsType<MarkerRecorded>(run.History[4].Attributes);
        Assert.Equal(Marker.Details, recorded.Details);
        Assert.Equal(Marker.Failure, recorded.Failure);
    }

    [Fact]
    public void Search_attributes_are_set_over_those_of_the_start_and_removed_by_null()
    {
        var run = new Scenario()
            .Start(s => s with { SearchAttributes = Attributes(("a", "1"), ("b", "2")) })
            .RunTask(new UpsertWorkflowSearchAttributesCommand { SearchAttributes = PayloadMap.Of([.. Attributes(("a", "3"), ("c", "4")), new("b", Payload.Null)]) }, Scenario.Timer());
        Assert.Equal(["a=\"3\"", "c=\"4\""], run.State.SearchAttributes.Select(a => $"{a.Key}={a.Value}"));
        Assert.Equal(run.State.SearchAttributes, RunDescription.Info(run.State).SearchAttributes);
    }

    [Fact]
    public void A_worker_that_still_has_local_activities_gets_another_task_at_once() => Start().ExpectRecords(
        "4 WorkflowTaskCompleted scheduled=2 started=3",
        "5 WorkflowTaskScheduled").ExpectEffects("workflow task ready on orders");

    [Fact]
    public void Waiting_for_local_activities_ends_with_a_timeout_of_the_task_after_half_an_hour()
    {
        var run = Start();
        for (var beats = 1; beats * 8 < 30 * 60; beats++)
        {
            Heartbeat(run.StartTask().AfterSeconds(8));
            Assert.IsType<WorkflowTaskCompleted>(((HistoryEvent)run.Records[0]).Attributes);
        }

        Heartbeat(run.StartTask().AfterSeconds(8));
        Assert.IsType<WorkflowTaskTimedOut>(((HistoryEvent)Assert.Single(run.Records)).Attributes);
        run.ExpectEffects("workflow task ready on orders");
        Assert.Equal(2, run.State.WorkflowTask!.Attempt);
    }

    [Fact]
    public void A_task_that_asked_for_something_begins_the_half_hour_anew()
    {
        var run = Start();
        for (var beats = 1; beats < 300; beats++)
        {
            Send(run.StartTask().AfterSeconds(8), beats % 10 == 0 ? [Marker] : []);
            Assert.IsType<WorkflowTaskCompleted>(((HistoryEvent)run.Records[0]).Attributes);
        }
    }

    private static Scenario Start() => Heartbeat(new Scenario().Start().StartTask());

    private static Scenario Heartbeat(Scenario run) => Send(run, []);

    private static Scenario Send(Scenario run, IReadOnlyList<Command> commands) =>
        run.Do(new CompleteWorkflowTask(run.State.WorkflowTask!.StartedEventId, run.State.WorkflowTask.Attempt, commands, Scenario.Worker, ForceNewTask: true));

    private static PayloadMap Attributes(params (string Name, string Value)[] attributes) =>
        PayloadMap.Of(attributes.Select(a => new KeyValuePair<string, Payload>(a.Name, Scenario.Text(a.Value)[0])));
}
