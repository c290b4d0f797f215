using System.ComponentModel;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Definitions;

/// <summary>Measures what is about to be sent.</summary>
/// <param name="limits">The limits.</param>
/// <param name="logger">Gets the warnings.</param>
/// <param name="external">Moves large payloads away before they are sent, so that they do not count; null when they stay.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class PayloadSizeCheck(PayloadLimits limits, ILogger logger, ExternalPayloads? external = null)
{
    /// <summary>Measures payloads.</summary>
    /// <param name="payloads">The payloads.</param>
    /// <param name="what">Says what they are and whose; called only when there is something to say.</param>
    /// <param name="argument">Given to <paramref name="what"/>.</param>
    /// <exception cref="PayloadTooLargeException">They are too large.</exception>
    public void Require<T>(Payloads payloads, Func<T, string> what, T argument)
    {
        ArgumentNullException.ThrowIfNull(payloads);
        var bytes = 0L;
        for (var i = 0; i < payloads.Count; i++)
        {
            bytes += external?.InlineBytesOf(payloads[i]) ?? payloads[i].Data.Length;
        }

        Judge(bytes, what, argument);
    }

    /// <summary>Measures named payloads.</summary>
    /// <param name="payloads">The payloads.</param>
    /// <param name="what">Says what they are and whose; called only when there is something to say.</param>
    /// <param name="argument">Given to <paramref name="what"/>.</param>
    /// <exception cref="PayloadTooLargeException">They are too large.</exception>
    public void Require<T>(PayloadMap payloads, Func<T, string> what, T argument)
    {
        ArgumentNullException.ThrowIfNull(payloads);
        if (payloads.Count > 0)
        {
            Judge(payloads.Sum(e => (long)e.Value.Data.Length + System.Text.Encoding.UTF8.GetByteCount(e.Key)), what, argument);
        }
    }

    private void Judge<T>(long bytes, Func<T, string> what, T argument)
    {
        if (bytes > limits.MaximumBytes)
        {
            throw new PayloadTooLargeException(what(argument), bytes, limits);
        }

        if (bytes > limits.WarningBytes && logger.IsEnabled(LogLevel.Warning))
        {
            LargePayload(logger, what(argument), bytes, limits.WarningBytes, limits.MaximumBytes);
        }
    }

    [LoggerMessage(EventId = 3150, Level = LogLevel.Warning, Message = "{What} has {Bytes} bytes, more than {WarningBytes}; at {MaximumBytes} it is refused. Every byte is journaled, stored and replayed: pass a reference to large data.")]
    private static partial void LargePayload(ILogger logger, string what, long bytes, int warningBytes, int maximumBytes);
}
