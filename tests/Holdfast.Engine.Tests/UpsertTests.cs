using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class UpsertTests
{
    [Fact]
    public void Upserts_change_search_attributes_and_memo_and_survive_a_crash()
    {
        var run = new Scenario()
            .Start(s => s with { SearchAttributes = Attributes(("Region", Keyword("eu")), ("Stage", Keyword("new"))), Memo = PayloadMap.Of([new("note", Json("1")), new("old", Json("2"))]) })
            .RunTask(
                new UpsertWorkflowSearchAttributesCommand { SearchAttributes = Attributes(("Stage", Keyword("paid")), ("Amount", SearchAttributePayload.Encode(SearchAttributeValue.OfInt(3)))) },
                new UpsertWorkflowSearchAttributesCommand { SearchAttributes = Attributes(("Region", SearchAttributePayload.Unset(SearchAttributeType.Keyword))) },
                new ModifyWorkflowPropertiesCommand { UpsertedMemo = PayloadMap.Of([new("note", Json("7")), new("old", Payload.Null)]) });

        run.ExpectRecords("4 WorkflowTaskCompleted scheduled=2 started=3", "5 UpsertWorkflowSearchAttributes Amount Stage", "6 UpsertWorkflowSearchAttributes Region", "7 WorkflowPropertiesModified note, old");
        run.Crash();
        var info = RunDescription.Info(run.State);
        Assert.Equal(Attributes(("Stage", Keyword("paid")), ("Amount", SearchAttributePayload.Encode(SearchAttributeValue.OfInt(3)))), info.SearchAttributes);
        Assert.Equal(PayloadMap.Of([new("note", Json("7"))]), info.Memo);
    }

    [Fact]
    public void A_payload_without_type_gets_the_registered_one_in_history()
    {
        var run = new Scenario().Start().RunTask(new UpsertWorkflowSearchAttributesCommand { SearchAttributes = Attributes(("Region", Json("\"eu\""))) });

        var upserted = Assert.IsType<UpsertWorkflowSearchAttributes>(run.History[^1].Attributes);
        Assert.Equal(Attributes(("Region", Keyword("eu"))), upserted.SearchAttributes);
    }

    [Fact]
    public void Continue_as_new_carries_both_as_they_are_at_the_end()
    {
        var run = new Scenario()
            .Start(s => s with { Memo = PayloadMap.Of([new("note", Json("1"))]) })
            .RunTask(
                new UpsertWorkflowSearchAttributesCommand { SearchAttributes = Attributes(("Region", Keyword("eu"))) },
                new ModifyWorkflowPropertiesCommand { UpsertedMemo = PayloadMap.Of([new("other", Json("2"))]) },
                new ContinueAsNewWorkflowExecutionCommand());

        var successor = Assert.Single(run.Effects.OfType<StartSuccessor>()).Start.Started;
        Assert.Equal(Attributes(("Region", Keyword("eu"))), successor.SearchAttributes);
        Assert.Equal(["note", "other"], successor.Memo.Keys);
    }

    [Fact]
    public void A_type_that_is_not_the_registered_one_fails_the_task() => new Scenario()
        .Start()
        .RunTask(new UpsertWorkflowSearchAttributesCommand { SearchAttributes = Attributes(("Region", Keyword("eu"))) })
        .Signal()
        .RunTask(new UpsertWorkflowSearchAttributesCommand { SearchAttributes = Attributes(("Region", SearchAttributePayload.Encode(SearchAttributeValue.OfInt(1)))) })
        .ExpectRecords("9 WorkflowTaskFailed BadSearchAttributes");

    [Fact]
    public void The_limits_count_what_a_run_already_has()
    {
        var run = new Scenario().Start().RunTask(Upsert(0, 60)).Signal().RunTask(Upsert(60, 40));
        Assert.Equal(100, run.State.SearchAttributes.Count);

        run.Signal().RunTask(Upsert(99, 2)).ExpectRecords("14 WorkflowTaskFailed BadSearchAttributes");
    }

    [Fact]
    public void A_memo_that_grows_beyond_a_payload_fails_the_task() => new Scenario(new EngineLimits { PayloadBytes = 20 })
        .Start()
        .RunTask(new ModifyWorkflowPropertiesCommand { UpsertedMemo = PayloadMap.Of([new("a", Json("12345"))]) }, new ModifyWorkflowPropertiesCommand { UpsertedMemo = PayloadMap.Of([new("b", Json("123456789012345"))]) })
        .ExpectRecords("4 WorkflowTaskFailed BadModifyWorkflowPropertiesAttributes");

    [Fact]
    public void A_workflow_task_that_keeps_failing_is_reported_until_it_succeeds()
    {
        var run = new Scenario().Start();
        for (var failure = 1; failure <= 5; failure++)
        {
            Assert.False(RunDescription.Info(run.State).SearchAttributes.ContainsKey(SystemSearchAttributes.TemporalReportedProblems));
            run.StartTask().FailTask().Sleep(1000);
        }

        Assert.Equal("[\"category=WorkflowTaskFailed\",\"cause=WorkflowTaskFailedCauseWorkflowWorkerUnhandledFailure\"]", ReportedProblems(run));
        run.Crash();
        Assert.Equal("[\"category=WorkflowTaskFailed\",\"cause=WorkflowTaskFailedCauseWorkflowWorkerUnhandledFailure\"]", ReportedProblems(run));
        run.RunTask();
        Assert.Empty(RunDescription.Info(run.State).SearchAttributes);
    }

    [Fact]
    public void The_last_failure_of_a_workflow_task_is_the_one_that_is_reported()
    {
        var run = new Scenario().Start();
        for (var failure = 1; failure <= 5; failure++)
        {
            run.StartTask().FailTask().Sleep(1000);
        }

        run.StartTask().Sleep(10);
        Assert.Equal("[\"category=WorkflowTaskTimedOut\",\"cause=WorkflowTaskTimedOutCauseStartToClose\"]", ReportedProblems(run));
        run.StartTask().CompleteTask(Scenario.Timer(seconds: 0));
        Assert.Equal("[\"category=WorkflowTaskFailed\",\"cause=WorkflowTaskFailedCauseBadStartTimerAttributes\"]", ReportedProblems(run));
        run.Sleep(1000).Signal().StartTask();
        Assert.False(RunDescription.Info(run.State).SearchAttributes.ContainsKey(SystemSearchAttributes.TemporalReportedProblems));
    }

    private static string ReportedProblems(Scenario run) => RunDescription.Info(run.State).SearchAttributes[SystemSearchAttributes.TemporalReportedProblems].ToString();

    private static UpsertWorkflowSearchAttributesCommand Upsert(int first, int count) =>
        new() { SearchAttributes = Attributes([.. Enumerable.Range(first, count).Select(i => ($"k{i}", Keyword("x")))]) };

    private static PayloadMap Attributes(params (string Name, Payload Value)[] attributes) => PayloadMap.Of(attributes.Select(a => KeyValuePair.Create(a.Name, a.Value)));

    private static Payload Keyword(string value) => SearchAttributePayload.Encode(SearchAttributeValue.OfKeyword(value));

    private static Payload Json(string json) => new(Payload.JsonEncoding, System.Text.Encoding.UTF8.GetBytes(json));
}
