namespace Holdfast.Worker;

/// <summary>Remembers that something outside the workflow's scheduler touched its code. Threading: safe from any thread; the first report stays.</summary>
/// <param name="reported">Called with the first report.</param>
internal sealed class ForeignWork(Action reported)
{
    private string? _description;

    /// <summary>What happened; null when nothing did.</summary>
    public string? Description => Volatile.Read(ref _description);

    public void Report(string what)
    {
        if (Interlocked.CompareExchange(ref _description, what, null) is null)
        {
            reported();
        }
    }
}
