using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Lets a paused activity go on that a client started.</summary>
internal sealed class UnpauseActivityVerb : IControlVerb
{
    /// <inheritdoc/>
    public Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var settings = context.Request.Activity ?? new();
        ActivityUnpauseOptions options = new() { Jitter = settings.Jitter ?? TimeSpan.Zero, ResetAttempts = settings.ResetAttempts, ResetHeartbeat = settings.ResetHeartbeat };
        return context.Activity().UnpauseAsync(options, cancellationToken);
    }
}
