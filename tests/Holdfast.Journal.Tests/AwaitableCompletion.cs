namespace Holdfast.Journaling.Tests;

/// <summary>Lets a test await how an append on the writer's thread ended.</summary>
public sealed class AwaitableCompletion : IJournalCompletion
{
    private readonly TaskCompletionSource<(long First, long Last)> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<(long First, long Last)> Durable => _source.Task;

    public void OnDurable(JournalBatch batch, long firstLsn, long lastLsn) => _source.SetResult((firstLsn, lastLsn));

    public void OnFailed(JournalBatch batch, JournalException exception) => _source.SetException(exception);
}
