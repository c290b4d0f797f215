using System.Runtime.ExceptionServices;

namespace Holdfast;

/// <summary>Runs a body for each item, a few at a time, in a scope: the first failure cancels the others, and is thrown when all have ended.</summary>
internal sealed class ParallelBranches<T>(CancellationScope scope, int maximumDegree, Func<T, int, Task> body)
{
    private readonly WorkflowContext context = WorkflowContext.Require();
    private readonly TaskCompletionSource broken = new();
    private ExceptionDispatchInfo? failure;
    private bool hasMore = true;
    private int begun;

    public async Task RunAsync(IEnumerable<T> items)
    {
        using var source = items.GetEnumerator();
        await scope.RunAsync(() => RunBranchesAsync(source));
        failure?.Throw();
        if (hasMore)
        {
            throw new CanceledFailureException($"The loop was canceled after {begun} items were begun.");
        }
    }

    private async Task RunBranchesAsync(IEnumerator<T> source)
    {
        List<Task> branches = [];
        while (branches.Count < maximumDegree && TryNext(source, out var item, out var index))
        {
            branches.Add(RunBranchAsync(source, item, index));
        }

        await await Task.WhenAny(Task.WhenAll(branches), broken.Task);
    }

    private async Task RunBranchAsync(IEnumerator<T> source, T item, int index)
    {
        do
        {
            try
            {
                await body(item, index);
            }
            catch (Exception exception) when (context.FailsWorkflow(exception))
            {
                failure ??= ExceptionDispatchInfo.Capture(exception);
                scope.Cancel();
            }
            catch (Exception exception)
            {
                // A bug fails the workflow task, and until it is mended nothing may be canceled because of it.
                broken.TrySetException(exception);
                return;
            }
        }
        while (TryNext(source, out item, out index));
    }

    private bool TryNext(IEnumerator<T> source, out T item, out int index)
    {
        var isGoingOn = !scope.IsCancellationRequested && hasMore;
        hasMore = !isGoingOn ? hasMore : source.MoveNext();
        var isThere = isGoingOn && hasMore;
        item = isThere ? source.Current : default!;
        index = isThere ? begun++ : -1;
        return isThere;
    }
}
