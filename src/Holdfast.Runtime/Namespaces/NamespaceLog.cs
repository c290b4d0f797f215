using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

internal static partial class NamespaceLog
{
    [LoggerMessage(EventId = 1200, Level = LogLevel.Error, Message = "Deleting namespace {Namespace} stopped; it goes on when it is asked for again, or at the next start")]
    public static partial void DeletionFailed(ILogger logger, Exception exception, string @namespace);
}
