using Holdfast.Definitions;

namespace Holdfast;

/// <content>Child workflows.</content>
public static partial class Workflow
{
    /// <summary>Starts a child workflow and waits until it has started: <c>await Workflow.StartChildWorkflowAsync((ShippingWorkflow w) =&gt; w.RunAsync(order))</c>.</summary>
    /// <exception cref="ChildWorkflowFailureException">The child could not be started.</exception>
    public static Task<ChildWorkflowHandle<TResult>> StartChildWorkflowAsync<TWorkflow, TResult>(Func<TWorkflow, Task<TResult>> run, ChildWorkflowOptions? options = null) => StartTypedAsync<TResult>(CallCapture.Read(run, CallKind.Workflow), options);

    /// <summary>Starts a child workflow that gives no result and waits until it has started.</summary>
    /// <exception cref="ChildWorkflowFailureException">The child could not be started.</exception>
    public static Task<ChildWorkflowHandle> StartChildWorkflowAsync<TWorkflow>(Func<TWorkflow, Task> run, ChildWorkflowOptions? options = null) => StartAsync(CallCapture.Read(run, CallKind.Workflow), options);

    /// <summary>Starts a child workflow that is a static method and waits until it has started.</summary>
    /// <exception cref="ChildWorkflowFailureException">The child could not be started.</exception>
    public static Task<ChildWorkflowHandle<TResult>> StartChildWorkflowAsync<TResult>(Func<Task<TResult>> run, ChildWorkflowOptions? options = null) => StartTypedAsync<TResult>(CallCapture.Read(run, CallKind.Workflow), options);

    /// <summary>Starts a child workflow that is a static method, gives no result, and waits until it has started.</summary>
    /// <exception cref="ChildWorkflowFailureException">The child could not be started.</exception>
    public static Task<ChildWorkflowHandle> StartChildWorkflowAsync(Func<Task> run, ChildWorkflowOptions? options = null) => StartAsync(CallCapture.Read(run, CallKind.Workflow), options);

    /// <summary>Starts a child workflow of which only the name is known.</summary>
    /// <exception cref="ChildWorkflowFailureException">The child could not be started.</exception>
    public static Task<ChildWorkflowHandle> StartChildWorkflowAsync(string workflowType, IReadOnlyList<object?> arguments, ChildWorkflowOptions? options = null) => StartAsync(Named(CallKind.Workflow, workflowType, arguments), options);

    /// <summary>Runs a child workflow and waits for its result.</summary>
    /// <exception cref="ChildWorkflowFailureException">The child failed or could not be started.</exception>
    /// <exception cref="CanceledFailureException">The child was canceled.</exception>
    public static Task<TResult> ExecuteChildWorkflowAsync<TWorkflow, TResult>(Func<TWorkflow, Task<TResult>> run, ChildWorkflowOptions? options = null) => ExecuteTypedAsync<TResult>(CallCapture.Read(run, CallKind.Workflow), options);

    /// <summary>Runs a child workflow that gives no result and waits for its end.</summary>
    /// <exception cref="ChildWorkflowFailureException">The child failed or could not be started.</exception>
    /// <exception cref="CanceledFailureException">The child was canceled.</exception>
    public static Task ExecuteChildWorkflowAsync<TWorkflow>(Func<TWorkflow, Task> run, ChildWorkflowOptions? options = null) => ExecuteAsync(CallCapture.Read(run, CallKind.Workflow), options);

    /// <summary>Runs a child workflow that is a static method and waits for its result.</summary>
    /// <exception cref="ChildWorkflowFailureException">The child failed or could not be started.</exception>
    /// <exception cref="CanceledFailureException">The child was canceled.</exception>
    public static Task<TResult> ExecuteChildWorkflowAsync<TResult>(Func<Task<TResult>> run, ChildWorkflowOptions? options = null) => ExecuteTypedAsync<TResult>(CallCapture.Read(run, CallKind.Workflow), options);

    /// <summary>Runs a child workflow that is a static method, gives no result, and waits for its end.</summary>
    /// <exception cref="ChildWorkflowFailureException">The child failed or could not be started.</exception>
    /// <exception cref="CanceledFailureException">The child was canceled.</exception>
    public static Task ExecuteChildWorkflowAsync(Func<Task> run, ChildWorkflowOptions? options = null) => ExecuteAsync(CallCapture.Read(run, CallKind.Workflow), options);

    private static async Task<ChildWorkflowHandle<TResult>> StartTypedAsync<TResult>(CapturedCall call, ChildWorkflowOptions? options)
    {
        var context = WorkflowContext.Require();
        var child = await context.StartChildWorkflowAsync(call, options);
        return new ChildWorkflowHandle<TResult>(child.WorkflowId, child.FirstExecutionRunId, child.Result, context.ChildDataConverter(call.Name, child.WorkflowId));
    }

    private static async Task<ChildWorkflowHandle> StartAsync(CapturedCall call, ChildWorkflowOptions? options)
    {
        var context = WorkflowContext.Require();
        var child = await context.StartChildWorkflowAsync(call, options);
        return new ChildWorkflowHandle(child.WorkflowId, child.FirstExecutionRunId, child.Result, context.ChildDataConverter(call.Name, child.WorkflowId));
    }

    private static async Task<TResult> ExecuteTypedAsync<TResult>(CapturedCall call, ChildWorkflowOptions? options) => await (await StartTypedAsync<TResult>(call, options)).GetResultAsync();

    private static async Task ExecuteAsync(CapturedCall call, ChildWorkflowOptions? options) => await (await StartAsync(call, options)).GetResultAsync();
}
