namespace Holdfast.Runtime;

/// <summary>A message that somebody awaits.</summary>
internal abstract class OwnerRequest<TResult> : RunTargetedMessage, IReply
{
    private readonly TaskCompletionSource<TResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TResult> Completion => _completion.Task;

    /// <inheritdoc/>
    public bool IsAbandoned => _completion.Task.IsCompleted;

    /// <summary>The requester no longer waits.</summary>
    public void Abandon(CancellationToken cancellationToken) => _completion.TrySetCanceled(cancellationToken);

    /// <inheritdoc/>
    public void Send(object? result)
    {
        if (result is Exception exception)
        {
            _completion.TrySetException(exception);
        }
        else
        {
            _completion.TrySetResult((TResult)result!);
        }
    }

    /// <inheritdoc/>
    public override void Fail(Exception exception) => _completion.TrySetException(EngineStopped.Answer(exception));
}
