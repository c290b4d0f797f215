namespace Holdfast.Runtime;

/// <summary>The next slice of the records in memory is to be read for blobs.</summary>
internal sealed class ReadUnsettledBlobs(UnsettledBlobs reading) : OwnerMessage
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the slice was read. The caller goes on under its own scheduler.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(() => _completion.TrySetCanceled(cancellationToken));
        await _completion.Task;
    }

    public override void Handle(ShardOwner owner)
    {
        reading.ReadSlice(owner);
        _completion.TrySetResult();
    }

    public override void Fail(Exception exception) => _completion.TrySetException(exception);
}
