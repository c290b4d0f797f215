using Microsoft.Extensions.Logging;

namespace Holdfast.Worker;

/// <summary>Logs what workflow code says, once: not again when it is replayed. Its scope names the run.</summary>
internal sealed class ReplayAwareLogger(ILogger logger, WorkflowRun run) : ILogger
{
    private readonly KeyValuePair<string, object>[] scope =
    [
        new("Namespace", run.Key.Namespace),
        new("WorkflowId", run.Key.WorkflowId),
        new("RunId", run.RunId),
        new("WorkflowType", run.Definition.Name),
    ];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => !run.Facts.IsReplaying && logger.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        using (logger.BeginScope(scope))
        {
            logger.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}
