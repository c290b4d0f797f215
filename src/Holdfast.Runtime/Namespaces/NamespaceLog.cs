using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

internal static partial class NamespaceLog
{
    [LoggerMessage(EventId = 1200, Level = LogLevel.Error, Message = "Deleting namespace {Namespace} stopped; it goes on when it is asked for again, or at the next start")]
    public static partial void DeletionFailed(ILogger logger, Exception exception, string @namespace);

    [LoggerMessage(EventId = 1201, Level = LogLevel.Warning, Message = "The rule {RuleId} of namespace {Namespace} cannot be read any more and pauses nothing; delete it")]
    public static partial void RuleUnreadable(ILogger logger, Exception exception, string ruleId, string @namespace);
}
