using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Starting a workflow and waiting for its result in one call.</summary>
public static class HoldfastClientExtensions
{
    /// <summary>Starts a workflow and waits for its result, through retries and continue-as-new.</summary>
    /// <typeparam name="TWorkflow">The workflow class.</typeparam>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="call">One call of the workflow's code.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait, not the workflow.</param>
    /// <exception cref="WorkflowAlreadyStartedException">Another run of the workflow ID stands in the way.</exception>
    /// <exception cref="WorkflowFailedException">It failed, timed out, was canceled or terminated.</exception>
    public static async Task<TResult> ExecuteWorkflowAsync<TWorkflow, TResult>(this IHoldfastClient client, Func<TWorkflow, Task<TResult>> call, WorkflowOptions? options = null, CancellationToken cancellationToken = default)
    {
        var handle = await client.StartWorkflowAsync(call, options, cancellationToken);
        return await handle.ResultAsync(followRuns: true, cancellationToken);
    }

    /// <summary>Starts a workflow that gives no result and waits for its end, through retries and continue-as-new.</summary>
    /// <typeparam name="TWorkflow">The workflow class.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="call">One call of the workflow's code.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait, not the workflow.</param>
    /// <exception cref="WorkflowAlreadyStartedException">Another run of the workflow ID stands in the way.</exception>
    /// <exception cref="WorkflowFailedException">It failed, timed out, was canceled or terminated.</exception>
    public static async Task ExecuteWorkflowAsync<TWorkflow>(this IHoldfastClient client, Func<TWorkflow, Task> call, WorkflowOptions? options = null, CancellationToken cancellationToken = default)
    {
        var handle = await client.StartWorkflowAsync(call, options, cancellationToken);
        await handle.ResultAsync(followRuns: true, cancellationToken);
    }

    /// <summary>Starts a workflow that is a static method and waits for its result, through retries and continue-as-new.</summary>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="call">One call of the workflow's code.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait, not the workflow.</param>
    /// <exception cref="WorkflowAlreadyStartedException">Another run of the workflow ID stands in the way.</exception>
    /// <exception cref="WorkflowFailedException">It failed, timed out, was canceled or terminated.</exception>
    public static async Task<TResult> ExecuteWorkflowAsync<TResult>(this IHoldfastClient client, Func<Task<TResult>> call, WorkflowOptions? options = null, CancellationToken cancellationToken = default)
    {
        var handle = await client.StartWorkflowAsync(call, options, cancellationToken);
        return await handle.ResultAsync(followRuns: true, cancellationToken);
    }

    /// <summary>Starts a workflow that is a static method and gives no result, and waits for its end, through retries and continue-as-new.</summary>
    /// <param name="client">The client.</param>
    /// <param name="call">One call of the workflow's code.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait, not the workflow.</param>
    /// <exception cref="WorkflowAlreadyStartedException">Another run of the workflow ID stands in the way.</exception>
    /// <exception cref="WorkflowFailedException">It failed, timed out, was canceled or terminated.</exception>
    public static async Task ExecuteWorkflowAsync(this IHoldfastClient client, Func<Task> call, WorkflowOptions? options = null, CancellationToken cancellationToken = default)
    {
        var handle = await client.StartWorkflowAsync(call, options, cancellationToken);
        await handle.ResultAsync(followRuns: true, cancellationToken);
    }

    /// <summary>Starts a workflow by the name of its type and waits for its result, through retries and continue-as-new.</summary>
    /// <typeparam name="TResult">The result's type; <see cref="Payload"/> gives it undecoded.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="workflowType">The workflow type; 1 to 1,000 bytes of UTF-8.</param>
    /// <param name="arguments">The arguments, each serialised as what it is at run time; a <see cref="Payload"/> is sent as it is.</param>
    /// <param name="options">How it is started; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait, not the workflow.</param>
    /// <exception cref="WorkflowAlreadyStartedException">Another run of the workflow ID stands in the way.</exception>
    /// <exception cref="WorkflowFailedException">It failed, timed out, was canceled or terminated.</exception>
    public static async Task<TResult> ExecuteWorkflowAsync<TResult>(this IHoldfastClient client, string workflowType, IReadOnlyList<object?> arguments, WorkflowOptions? options = null, CancellationToken cancellationToken = default)
    {
        var handle = await client.StartWorkflowAsync(workflowType, arguments, options, cancellationToken);
        return await handle.ResultAsync<TResult>(followRuns: true, cancellationToken);
    }
}
