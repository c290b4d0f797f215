using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Holdfast.Agents.Tests.Guide;

public sealed class GuideTests
{
    [Fact]
    public async Task An_agent_runs_in_a_host_and_waits_for_its_approval()
    {
        IChatClient model = new ScriptedChatClient(new ModelScript()
            .OnTurn(1, ScriptedReply.Call("measure", """{"site":"north"}""").And("measure", """{"site":"south"}"""))
            .WhenToolResultContains("5 m", ScriptedReply.Call("blast", """{"site":"south"}"""))
            .WhenToolResultContains("is blasted", ScriptedReply.Say("South is gone."))
            .Otherwise(ScriptedReply.Say("I do not know.")));

        using var host = SurveyHost.Build(model);
        await host.StartAsync();
        var client = host.Services.GetRequiredService<IHoldfastClient>();

        var handle = await client.StartWorkflowAsync((AgentWorkflow w) => w.RunAsync(new AgentInput("surveyor", "Which site do we blast?")));

        var pending = await handle.QueryAsync(w => w.PendingApprovals());
        while (pending.Count == 0)
        {
            await Task.Yield();
            pending = await handle.QueryAsync(w => w.PendingApprovals());
        }

        await handle.ExecuteUpdateAsync(w => w.ResolveApprovalAsync(pending[0].Approve("ann")));

        var result = await handle.ResultAsync();

        Assert.Equal("South is gone.", result.Text);
        Assert.Equal(3, result.StepCount);
        await host.StopAsync();
    }

    [Fact]
    public async Task Agents_run_side_by_side_in_a_workflow()
    {
        using var host = SurveyHost.Build(new ScriptedChatClient(new ModelScript()
            .WhenUserSays("deeper", ScriptedReply.Say("South."))
            .Otherwise(ScriptedReply.Say("It is deep."))));
        await host.StartAsync();
        var client = host.Services.GetRequiredService<IHoldfastClient>();

        Assert.Equal("South.", await client.ExecuteWorkflowAsync((TwoSitesWorkflow w) => w.RunAsync()));
        await host.StopAsync();
    }

    [Fact]
    public void Every_snippet_of_the_guide_is_compiled_here()
    {
        var sources = Normalized(string.Join('\n', Directory.GetFiles(Folder(), "*.cs").Select(File.ReadAllText)));
        var guide = File.ReadAllText(Path.Combine(Folder(), "../../../docs/guides/agents.md"));
        var snippets = guide.Split("```csharp\n").Skip(1).Select(part => part.Split("```")[0]).ToList();

        Assert.NotEmpty(snippets);
        Assert.All(snippets, snippet => Assert.Contains(Normalized(snippet), sources, StringComparison.Ordinal));
    }

    private static string Normalized(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
