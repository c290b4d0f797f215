using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Holdfast.Agents.Tests.Guide;

internal static class SurveyHost
{
    public static IHost Build(IChatClient model)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);

        builder.Services.AddHoldfast(o => o.InMemory = true)
            .AddAssembly(typeof(AgentWorkflow).Assembly)
            .AddAssembly(typeof(TwoSitesWorkflow).Assembly);

        builder.Services.AddAgents(agents => agents
            .AddModel("fast", model)
            .Add(new AgentDefinition
            {
                Name = "surveyor",
                Model = "fast",
                Instructions = "You survey building sites. Measure before you advise.",
                Tools =
                [
                    AIFunctionFactory.Create(SurveyTools.Measure, "measure", "Measures the depth of a site, in metres."),
                    new AgentTool(AIFunctionFactory.Create(SurveyTools.Blast, "blast", "Blasts a site."), new ToolOptions { NeedsApproval = true }),
                ],
            }));

        return builder.Build();
    }
}
