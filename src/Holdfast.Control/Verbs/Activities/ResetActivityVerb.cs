using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Resets an activity that a client started.</summary>
internal sealed class ResetActivityVerb : IControlVerb
{
    /// <inheritdoc/>
    public Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var settings = context.Request.Activity ?? new();
        ActivityResetOptions options = new()
        {
            Jitter = settings.Jitter ?? TimeSpan.Zero,
            KeepPaused = settings.KeepPaused,
            ResetHeartbeat = settings.ResetHeartbeat,
            RestoreOriginalOptions = settings.RestoreOptions,
        };
        return context.Activity().ResetAsync(options, cancellationToken);
    }
}
