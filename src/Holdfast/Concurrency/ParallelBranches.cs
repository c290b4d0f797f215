using System.Runtime.ExceptionServices;

namespace Holdfast;

/// <summary>Runs a body for each item, a few at a time, in a scope: the first failure cancels the others, and is thrown when all have ended.</summary>
internal sealed class ParallelBranches<T>(CancellationScope scope, int maximumDegree, Func<T, int, Task> body)
{
    private readonly WorkflowContext _context = WorkflowContext.Require();
    private readonly TaskCompletionSource _broken = new();
    private ExceptionDispatchInfo? _failure;
    private bool _hasMore = true;
    private int _begun;

    public async Task RunAsync(IEnumerable<T> items)
    {
        using var source = items.GetEnumerator();
        await scope.RunAsync(() => RunBranchesAsync(source));
        _failure?.Throw();
        if (_hasMore)
        {
            throw new CanceledFailureException($"The loop was canceled after {_begun} items were begun.");
        }
    }

    private async Task RunBranchesAsync(IEnumerator<T> source)
    {
        List<Task> branches = [];
        while (branches.Count < maximumDegree && TryNext(source, out var item, out var index))
        {
            branches.Add(RunBranchAsync(source, item, index));
        }

        await await Task.WhenAny(Task.WhenAll(branches), _broken.Task);
    }

    private async Task RunBranchAsync(IEnumerator<T> source, T item, int index)
    {
        do
        {
            try
            {
                await body(item, index);
            }
            catch (Exception exception) when (_context.FailsWorkflow(exception))
            {
                _failure ??= ExceptionDispatchInfo.Capture(exception);
                scope.Cancel();
            }
            catch (Exception exception)
            {
                // A bug fails the workflow task, and until it is mended nothing may be canceled because of it.
                _broken.TrySetException(exception);
                return;
            }
        }
        while (TryNext(source, out item, out index));
    }

    private bool TryNext(IEnumerator<T> source, out T item, out int index)
    {
        var isGoingOn = !scope.IsCancellationRequested && _hasMore;
        _hasMore = !isGoingOn ? _hasMore : source.MoveNext();
        var isThere = isGoingOn && _hasMore;
        item = isThere ? source.Current : default!;
        index = isThere ? _begun++ : -1;
        return isThere;
    }
}
