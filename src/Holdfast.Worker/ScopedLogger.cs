using Microsoft.Extensions.Logging;

namespace Holdfast.Worker;

/// <summary>Logs what user code says under a scope that names the run or attempt, and says nothing while it is silent (a replay says what was said before).</summary>
internal sealed class ScopedLogger(ILogger logger, IReadOnlyList<KeyValuePair<string, object>> scope, Func<bool> isSilent) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => logger.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => !isSilent() && logger.IsEnabled(logLevel);

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
