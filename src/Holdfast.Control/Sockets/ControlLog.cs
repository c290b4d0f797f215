using Microsoft.Extensions.Logging;

namespace Holdfast.Control;

/// <summary>What the control socket logs.</summary>
internal static partial class ControlLog
{
    [LoggerMessage(4100, LogLevel.Warning, "There is no control socket at {Path}: the path may have at most {MaximumBytes} bytes, and the platform must have Unix domain sockets. The command line cannot reach this host; use a shorter data folder.")]
    public static partial void NoSocket(ILogger logger, string path, int maximumBytes);

    [LoggerMessage(4101, LogLevel.Warning, "The control socket at {Path} could not be opened; the command line cannot reach this host.")]
    public static partial void SocketFailed(ILogger logger, string path, Exception exception);

    [LoggerMessage(4102, LogLevel.Debug, "A connection to the control socket ended early.")]
    public static partial void ConnectionFailed(ILogger logger, Exception exception);
}
