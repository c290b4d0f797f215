namespace Holdfast;

/// <summary>Code that waits its turn: the first in line goes on as soon as what it waits for is there, and takes it before the next is asked.</summary>
internal sealed class WaitingLine
{
    private readonly LinkedList<Func<bool>> _line = new();

    public int Count => _line.Count;

    /// <summary>Waits until the caller is first and what it waits for is there, and takes it.</summary>
    /// <param name="isThere">True when it is there; changes nothing.</param>
    /// <param name="take">Takes it.</param>
    /// <param name="timeout">Longest wait.</param>
    /// <param name="cancellationToken">Gives up. Null: the current scope's.</param>
    /// <returns>False when the timeout passed.</returns>
    public async Task<bool> WaitAsync(Func<bool> isThere, Action take, TimeSpan timeout, CancellationToken? cancellationToken)
    {
        var place = _line.AddLast(isThere);
        try
        {
            if (!await Workflow.WaitConditionAsync(() => _line.First == place && isThere(), timeout, cancellationToken))
            {
                return false;
            }

            take();
            return true;
        }
        finally
        {
            _line.Remove(place);
        }
    }
}
