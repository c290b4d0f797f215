namespace Holdfast.Simulation;

/// <summary>An agent's loop: calls the model, uses the tools that it asks for at the same time, and calls it again with their results.</summary>
[Workflow]
public sealed class ModelLoopWorkflow
{
    private static readonly ActivityOptions TenMinutes = new() { StartToCloseTimeout = TimeSpan.FromMinutes(10) };

    /// <summary>Gives the results of all tools.</summary>
    public async Task<string> RunAsync(string agent, IReadOnlyList<int> script)
    {
        List<string> transcript = [];
        for (var turn = 0; ; turn++)
        {
            var current = turn;
            var tools = await Workflow.ExecuteActivityAsync((ModelLoopActivities a) => a.AskModelAsync(agent, current, script), TenMinutes);
            if (tools == 0)
            {
                return string.Join(' ', transcript);
            }

            transcript.AddRange(await Workflow.WhenAllAsync(Enumerable.Range(0, tools).Select(tool => UseAsync(agent, current, tool))));
        }
    }

    private static Task<string> UseAsync(string agent, int turn, int tool) => Workflow.ExecuteActivityAsync((ModelLoopActivities a) => a.UseToolAsync(agent, turn, tool), TenMinutes);
}
