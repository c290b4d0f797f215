namespace Holdfast;

/// <content>Waiting.</content>
public static partial class Workflow
{
    /// <summary>Waits for a durable timer.</summary>
    /// <param name="delay">How long. Zero or less goes on at once; the engine counts in milliseconds.</param>
    /// <param name="cancellationToken">Cancels the timer. Default: the workflow's own token.</param>
    /// <param name="summary">A line for people, at most 400 bytes.</param>
    /// <exception cref="CanceledFailureException">The token was canceled.</exception>
    public static Task DelayAsync(TimeSpan delay, CancellationToken? cancellationToken = null, string summary = "") => WorkflowContext.Require().DelayAsync(delay, summary, cancellationToken);

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="condition">Asked now and whenever workflow code has run; it must change nothing.</param>
    /// <param name="cancellationToken">Gives up. Default: the workflow's own token.</param>
    /// <exception cref="CanceledFailureException">The token was canceled.</exception>
    public static Task WaitConditionAsync(Func<bool> condition, CancellationToken? cancellationToken = null) => WorkflowContext.Require().WaitConditionAsync(condition, null, cancellationToken);

    /// <summary>Waits until a condition holds, or a timeout passes.</summary>
    /// <param name="condition">Asked now and whenever workflow code has run; it must change nothing.</param>
    /// <param name="timeout">Longest wait, by a durable timer.</param>
    /// <param name="cancellationToken">Gives up. Default: the workflow's own token.</param>
    /// <returns>True when the condition holds, false when the timeout passed.</returns>
    /// <exception cref="CanceledFailureException">The token was canceled.</exception>
    public static Task<bool> WaitConditionAsync(Func<bool> condition, TimeSpan timeout, CancellationToken? cancellationToken = null) => WorkflowContext.Require().WaitConditionAsync(condition, timeout, cancellationToken);

    /// <summary>Waits for all tasks.</summary>
    public static Task WhenAllAsync(IEnumerable<Task> tasks) => Task.WhenAll(tasks);

    /// <summary>Waits for all tasks.</summary>
    public static Task WhenAllAsync(params Task[] tasks) => Task.WhenAll(tasks);

    /// <summary>Waits for all tasks and gives their results, in the order of the tasks.</summary>
    public static Task<TResult[]> WhenAllAsync<TResult>(IEnumerable<Task<TResult>> tasks) => Task.WhenAll(tasks);

    /// <summary>Waits for all tasks and gives their results, in the order of the tasks.</summary>
    public static Task<TResult[]> WhenAllAsync<TResult>(params Task<TResult>[] tasks) => Task.WhenAll(tasks);

    /// <summary>Waits for the first task to end; of several that have ended, the first of the list.</summary>
    public static Task<Task> WhenAnyAsync(IEnumerable<Task> tasks) => Task.WhenAny(tasks);

    /// <summary>Waits for the first task to end; of several that have ended, the first of the list.</summary>
    public static Task<Task> WhenAnyAsync(params Task[] tasks) => Task.WhenAny(tasks);

    /// <summary>Waits for the first task to end; of several that have ended, the first of the list.</summary>
    public static Task<Task<TResult>> WhenAnyAsync<TResult>(params Task<TResult>[] tasks) => WhenAnyAsync((IEnumerable<Task<TResult>>)tasks);

    /// <summary>Waits for the first task to end; of several that have ended, the first of the list.</summary>
    /// <remarks>Task.WhenAny over typed tasks may go through the thread pool; over untyped ones it does not.</remarks>
    public static async Task<Task<TResult>> WhenAnyAsync<TResult>(IEnumerable<Task<TResult>> tasks) => (Task<TResult>)await Task.WhenAny(tasks.Cast<Task>());
}
