namespace Holdfast.Agents.Tests;

public sealed class DurableAgentTests
{
    private readonly Sites _sites = new();

    [Fact]
    public void An_agent_runs_inside_a_workflow_which_decides_about_its_calls()
    {
        using var host = HostOf(new ToolOptions { NeedsApproval = true });

        var text = host.Run(host.Client.ExecuteWorkflowAsync((DigWorkflow w) => w.RunAsync("Dig")));

        Assert.Equal("Done. / Done.", text);
        Assert.Equal(["measure s 1"], _sites.Calls);
    }

    [Fact]
    public void Where_nobody_decides_calls_that_need_an_approval_are_rejected()
    {
        using var host = HostOf(new ToolOptions { NeedsApproval = true });

        var outcome = host.Run(host.Client.ExecuteWorkflowAsync((UnattendedWorkflow w) => w.RunAsync("Dig")));

        Assert.Equal(ToolCallOutcome.Rejected, outcome);
        Assert.Empty(_sites.Calls);
    }

    private AgentHost HostOf(ToolOptions options) => new(agents => agents
        .AddModel("scripted", new ScriptedChatClient(turn => turn.Number switch
        {
            1 => ScriptedReply.Call("measure", """{"site":"s","depth":1}""").And("measure", """{"site":"s","depth":100}"""),
            _ => ScriptedReply.Say("Done."),
        }))
        .Add(new AgentDefinition { Name = "digger", Model = "scripted", Tools = [new AgentTool(_sites.Measure, options)] }));
}
