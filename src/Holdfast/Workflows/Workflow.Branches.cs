using Holdfast.Protocol;

namespace Holdfast;

/// <content>Branches and scopes.</content>
public static partial class Workflow
{
    /// <summary>
    /// Starts a branch of the workflow, in the current cancellation scope. It begins when the calling code comes to its next wait, in the order of the calls; a
    /// branch that nobody awaits ends with the run, and its failure is not seen.
    /// </summary>
    /// <param name="branch">The branch's code.</param>
    public static async Task RunTaskAsync(Func<Task> branch)
    {
        ArgumentNullException.ThrowIfNull(branch);
        WorkflowContext.Require();
        await Task.Yield();
        await branch();
    }

    /// <summary>Starts a branch of the workflow that gives a result. See <see cref="RunTaskAsync(Func{Task})"/>.</summary>
    /// <param name="branch">The branch's code.</param>
    public static async Task<TResult> RunTaskAsync<TResult>(Func<Task<TResult>> branch)
    {
        ArgumentNullException.ThrowIfNull(branch);
        WorkflowContext.Require();
        await Task.Yield();
        return await branch();
    }

    /// <summary>Runs a body for each item, a few at a time, beginning them in the order of the items.</summary>
    /// <remarks>The first failure cancels the scope in which the bodies run; no more are begun, and when all have ended that failure is thrown.</remarks>
    /// <param name="items">The items; taken one by one as there is room.</param>
    /// <param name="maximumDegree">Most bodies at a time; 1 or more.</param>
    /// <param name="body">What to do with an item.</param>
    /// <exception cref="CanceledFailureException">The scope around it was canceled.</exception>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when the degree is less than 1.</exception>
    public static async Task ForEachParallelAsync<T>(IEnumerable<T> items, int maximumDegree, Func<T, Task> body)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(body);
        RequireDegree(maximumDegree);
        using var scope = new CancellationScope();
        await new ParallelBranches<T>(scope, maximumDegree, (item, _) => body(item)).RunAsync(items);
    }

    /// <summary>Runs a body for each item, a few at a time, and gives the results in the order of the items. See <see cref="ForEachParallelAsync{T}"/>.</summary>
    /// <param name="items">The items; taken one by one as there is room.</param>
    /// <param name="maximumDegree">Most bodies at a time; 1 or more.</param>
    /// <param name="body">What to do with an item.</param>
    /// <exception cref="CanceledFailureException">The scope around it was canceled.</exception>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when the degree is less than 1.</exception>
    public static async Task<IReadOnlyList<TResult>> SelectParallelAsync<T, TResult>(IEnumerable<T> items, int maximumDegree, Func<T, Task<TResult>> body)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(body);
        RequireDegree(maximumDegree);
        using var scope = new CancellationScope();
        SortedDictionary<int, TResult> results = [];
        await new ParallelBranches<T>(scope, maximumDegree, async (item, index) => results.Add(index, await body(item))).RunAsync(items);
        return [.. results.Values];
    }

    /// <summary>Runs cleanup that cancellation of the workflow, or of the scope around it, does not reach.</summary>
    /// <param name="cleanup">The code.</param>
    /// <param name="timeout">Longest time that it may take; then it is canceled after all. Default: no limit.</param>
    public static async Task RunDetachedAsync(Func<Task> cleanup, TimeSpan? timeout = null)
    {
        using var scope = new CancellationScope(new CancellationScopeOptions { IsDetached = true, Timeout = timeout });
        await scope.RunAsync(cleanup);
    }

    /// <summary>Runs cleanup that cancellation does not reach, and gives its result. See <see cref="RunDetachedAsync(Func{Task}, TimeSpan?)"/>.</summary>
    /// <param name="cleanup">The code.</param>
    /// <param name="timeout">Longest time that it may take; then it is canceled after all. Default: no limit.</param>
    public static async Task<TResult> RunDetachedAsync<TResult>(Func<Task<TResult>> cleanup, TimeSpan? timeout = null)
    {
        using var scope = new CancellationScope(new CancellationScopeOptions { IsDetached = true, Timeout = timeout });
        return await scope.RunAsync(cleanup);
    }

    /// <summary>Runs code in a scope that is canceled when a durable timer fires. What was canceled throws out of it, as it would for any other cancellation.</summary>
    /// <param name="timeout">Longest time that it may take.</param>
    /// <param name="body">The code.</param>
    /// <exception cref="CanceledFailureException">The timeout passed, or the scope around it was canceled.</exception>
    public static async Task RunWithTimeoutAsync(TimeSpan timeout, Func<Task> body)
    {
        using var scope = new CancellationScope(new CancellationScopeOptions { Timeout = timeout });
        await scope.RunAsync(body);
    }

    /// <summary>Runs code in a scope that is canceled when a durable timer fires, and gives its result. See <see cref="RunWithTimeoutAsync(TimeSpan, Func{Task})"/>.</summary>
    /// <param name="timeout">Longest time that it may take.</param>
    /// <param name="body">The code.</param>
    /// <exception cref="CanceledFailureException">The timeout passed, or the scope around it was canceled.</exception>
    public static async Task<TResult> RunWithTimeoutAsync<TResult>(TimeSpan timeout, Func<Task<TResult>> body)
    {
        using var scope = new CancellationScope(new CancellationScopeOptions { Timeout = timeout });
        return await scope.RunAsync(body);
    }

    private static void RequireDegree(int maximumDegree)
    {
        if (maximumDegree < 1)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"At most {maximumDegree} at a time would never begin: give 1 or more.");
        }
    }
}
