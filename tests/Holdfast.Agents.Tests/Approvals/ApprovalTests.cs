using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Tests;

public sealed class ApprovalTests
{
    private const string Arguments = """{"site":"north","charges":9}""";

    private readonly Sites _sites = new();

    [Fact]
    public void A_call_that_needs_an_approval_waits_while_the_others_run_on()
    {
        using var host = HostOf(ScriptedReply.Call("blast", Arguments).And("measure", """{"site":"south","depth":2}"""));
        var handle = host.StartAgent("blaster", "Go");

        var request = PendingOf(host, handle);

        Assert.Equal(["measure south 2"], _sites.Calls);
        Assert.Equal(("blaster", "blast", "call_1_1"), (request.Agent, request.Tool, request.CallId));
        Assert.Equal(9, request.Arguments.GetProperty("charges").GetInt32());
        var status = host.Run(handle.QueryAsync(w => w.Status()));
        Assert.Equal((AgentPhase.CallingTools, 1, 0), (status.Phase, status.PendingApprovals, status.RunningToolCalls));
    }

    [Fact]
    public void An_approved_call_is_made_as_it_is()
    {
        using var host = HostOf(ScriptedReply.Call("blast", Arguments));
        var handle = host.StartAgent("blaster", "Go");

        Resolve(host, handle, PendingOf(host, handle).Approve("ann"));
        var result = host.ResultOf(handle);

        Assert.Equal(["blast north 9"], _sites.Calls);
        Assert.Equal(new AgentToolCall("call_1_1", "blast", ToolCallOutcome.Succeeded, "ann"), result.State.Steps[0].Calls[0]);
    }

    [Fact]
    public void A_rejected_call_is_not_made_and_the_model_reads_why()
    {
        using var host = HostOf(ScriptedReply.Call("blast", Arguments));
        var handle = host.StartAgent("blaster", "Go");

        Resolve(host, handle, PendingOf(host, handle).Reject("Too loud."));
        var result = host.ResultOf(handle);

        Assert.Empty(_sites.Calls);
        Assert.Contains("Too loud.", ToolResultOf(result), StringComparison.Ordinal);
        Assert.Equal(ToolCallOutcome.Rejected, result.State.Steps[0].Calls[0].Outcome);
    }

    [Fact]
    public void An_edited_call_is_made_with_the_new_arguments_and_the_model_is_told()
    {
        using var host = HostOf(ScriptedReply.Call("blast", Arguments));
        var handle = host.StartAgent("blaster", "Go");

        Resolve(host, handle, PendingOf(host, handle).Edit(JsonElement.Parse("""{"site":"north","charges":1}""")));
        var result = host.ResultOf(handle);

        Assert.Equal(["blast north 1"], _sites.Calls);
        Assert.Equal(
            """{"note":"A person changed the arguments before the call was made.","arguments":{"site":"north","charges":1},"result":"north is gone"}""",
            ToolResultOf(result));
    }

    [Fact]
    public void An_edit_that_does_not_fit_the_schema_becomes_an_error_and_the_tool_is_not_called()
    {
        using var host = HostOf(ScriptedReply.Call("blast", Arguments));
        var handle = host.StartAgent("blaster", "Go");

        Resolve(host, handle, PendingOf(host, handle).Edit(JsonElement.Parse("""{"site":"north"}""")));
        var result = host.ResultOf(handle);

        Assert.Empty(_sites.Calls);
        Assert.Contains("arguments.charges is missing", ToolResultOf(result), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decision_about_other_arguments_is_refused_and_the_call_still_waits()
    {
        using var host = HostOf(ScriptedReply.Call("blast", Arguments));
        var handle = host.StartAgent("blaster", "Go");
        var request = PendingOf(host, handle);

        var refusal = Assert.Throws<WorkflowUpdateFailedException>(() => Resolve(host, handle, request.Approve() with { ArgumentsHash = "0000" }));

        Assert.Contains("HF3454", refusal.ToString(), StringComparison.Ordinal);
        Assert.Empty(_sites.Calls);
        Assert.Equal(request.CallId, PendingOf(host, handle).CallId);
    }

    [Fact]
    public void A_decision_about_an_unknown_call_is_refused()
    {
        using var host = HostOf(ScriptedReply.Call("blast", Arguments));
        var handle = host.StartAgent("blaster", "Go");
        var request = PendingOf(host, handle);

        var refusal = Assert.Throws<WorkflowUpdateFailedException>(() => Resolve(host, handle, request.Approve() with { CallId = "other" }));

        Assert.Contains("HF3453", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_late_decision_is_refused()
    {
        using var host = HostOf(ScriptedReply.Call("blast", Arguments), ScriptedReply.Call("blast", """{"site":"south","charges":1}"""));
        var handle = host.StartAgent("blaster", "Go");
        var first = PendingOf(host, handle);
        Resolve(host, handle, first.Approve());
        PendingOf(host, handle);

        var refusal = Assert.Throws<WorkflowUpdateFailedException>(() => Resolve(host, handle, first.Reject()));

        Assert.Contains("HF3453", refusal.ToString(), StringComparison.Ordinal);
        Assert.Contains("decided already", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_marked_as_needing_approval_is_not_called_without_one()
    {
        using var host = HostOf(new ApprovalRequiredAIFunction(_sites.Blast), null, ScriptedReply.Call("blast", Arguments));
        var handle = host.StartAgent("blaster", "Go");

        Assert.Equal("blast", PendingOf(host, handle).Tool);
        Assert.Empty(_sites.Calls);
    }

    [Theory]
    [InlineData("""{"site":"north","charges":2}""", false)]
    [InlineData("""{"site":"north","charges":3}""", true)]
    [InlineData("""{"site":"nowhere","charges":1}""", true)]
    public void A_rule_asks_for_the_calls_that_it_picks_and_for_those_it_cannot_judge(string arguments, bool asks)
    {
        static bool Rule(ToolCallFacts call) => call.Arguments.GetProperty("site").GetString() == "nowhere" ? throw new InvalidOperationException() : call.Arguments.GetProperty("charges").GetInt32() > 2;
        using var host = HostOf(_sites.Blast, new ToolOptions { ApprovalRule = Rule }, ScriptedReply.Call("blast", arguments));
        var handle = host.StartAgent("blaster", "Go");

        host.Settle();

        Assert.Equal(asks ? 0 : 1, _sites.Calls.Count);
        Assert.Equal(asks ? 1 : 0, host.Run(handle.QueryAsync(w => w.Status())).PendingApprovals);
    }

    [Fact]
    public void An_approval_that_waits_survives_a_crash()
    {
        using var host = HostOf(ScriptedReply.Call("blast", Arguments));
        var handle = host.StartAgent("blaster", "Go");
        var before = PendingOf(host, handle);

        host.CrashAndRestart();
        handle = host.Client.GetWorkflowHandle<AgentWorkflow, AgentResult>(handle.Id);
        Assert.Equal(before.ArgumentsHash, PendingOf(host, handle).ArgumentsHash);
        Resolve(host, handle, before.Approve());

        Assert.Equal("Done.", host.ResultOf(handle).Text);
    }

    private AgentHost HostOf(params ScriptedReply[] replies) => HostOf(_sites.Blast, new ToolOptions { NeedsApproval = true }, replies);

    private AgentHost HostOf(AIFunction blast, ToolOptions? options, params ScriptedReply[] replies) => new(agents => agents
        .AddModel("scripted", new ScriptedChatClient(turn => turn.Number <= replies.Length ? replies[turn.Number - 1] : ScriptedReply.Say("Done.")))
        .Add(new AgentDefinition { Name = "blaster", Model = "scripted", Tools = [new AgentTool(blast, options), _sites.Measure] }));

    private static ApprovalRequest PendingOf(AgentHost host, WorkflowHandle<AgentWorkflow, AgentResult> handle)
    {
        host.Settle();
        return Assert.Single(host.Run(handle.QueryAsync(w => w.PendingApprovals())));
    }

    private static void Resolve(AgentHost host, WorkflowHandle<AgentWorkflow, AgentResult> handle, ApprovalResolution resolution) =>
        host.Run(handle.ExecuteUpdateAsync(w => w.ResolveApprovalAsync(resolution)));

    private static string ToolResultOf(AgentResult result) => result.Messages[2].Contents.Cast<FunctionResultContent>().Single().Result!.ToString()!;
}
