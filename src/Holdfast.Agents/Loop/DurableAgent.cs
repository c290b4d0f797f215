namespace Holdfast.Agents;

/// <summary>An agent inside a workflow of your own: <c>var result = await DurableAgent.Of("surveyor").RunAsync("…")</c>.</summary>
/// <remarks>For workflow code. Each model call and each tool call is an activity of the workflow; several agents may run at the same time.</remarks>
public sealed class DurableAgent
{
    private readonly string _name;

    private DurableAgent(string name) => _name = name;

    /// <summary>An agent, by its name. Whether a worker knows it shows when it runs.</summary>
    public static DurableAgent Of(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new DurableAgent(name);
    }

    /// <summary>Runs the agent on a message, until it answers.</summary>
    /// <exception cref="ActivityFailureException">A model call failed for good.</exception>
    /// <exception cref="ApplicationFailureException">Type HF3452: the agent reached its step limit, and its definition says to fail.</exception>
    /// <exception cref="CanceledFailureException">The run was canceled.</exception>
    public Task<AgentResult> RunAsync(string message, AgentRunOptions? options = null) => RunAsync(new AgentInput(_name, message), options);

    /// <summary>Goes on with a conversation, until the agent answers.</summary>
    /// <param name="state">Where an earlier run stopped, of this agent or of another.</param>
    /// <param name="message">The next user message; null to go on with what is there.</param>
    /// <param name="options">How it runs.</param>
    /// <exception cref="ActivityFailureException">A model call failed for good.</exception>
    /// <exception cref="ApplicationFailureException">Type HF3452: the agent reached its step limit, and its definition says to fail.</exception>
    /// <exception cref="CanceledFailureException">The run was canceled.</exception>
    public Task<AgentResult> RunAsync(AgentState state, string? message = null, AgentRunOptions? options = null) => RunAsync(new AgentInput(_name, message) { State = state }, options);

    private static Task<AgentResult> RunAsync(AgentInput input, AgentRunOptions? options)
    {
        var run = new AgentRun();
        run.Begin(input);
        return new AgentLoop(run, options ?? new AgentRunOptions()).RunAsync();
    }
}
