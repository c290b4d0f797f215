using Holdfast.Agents;
using Holdfast.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Holdfast.Simulation;

/// <summary>Gives a worker the library of agents, with a model that follows scripts.</summary>
internal static class AgentLibrary
{
    private static readonly TimeSpan ModelLatency = TimeSpan.FromMilliseconds(200);

    public static void Register(WorkerBuilder builder, World world, TimeProvider clock)
    {
        ScriptedChatClientOptions options = new() { Latency = ModelLatency, TimeProvider = clock, Observer = new BilledModel(world.Outside.Bill) };
        var services = new ServiceCollection()
            .AddSingleton(clock)
            .AddSingleton(world.Outside)
            .AddAgents(agents =>
            {
                agents.AddModel(AgentTools.Model, new ScriptedChatClient(turn => ScriptedConversation.ReplyTo(turn.Messages, turn.MayCallTools), options));
                foreach (var agent in AgentTools.Agents)
                {
                    agents.Add(agent);
                }
            })
            .BuildServiceProvider();
        builder
            .AddWorkflow<AgentWorkflow>()
            .AddWorkflow<HandoffWorkflow>()
            .AddActivities(services.GetRequiredService<AgentActivities>())
            .AddActivities(services.GetRequiredService<ModelActivities>())
            .AddActivities(services.GetRequiredService<ToolActivities>());
    }
}
