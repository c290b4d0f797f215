using Microsoft.Extensions.Logging;

namespace Holdfast.Worker.Tests;

/// <summary>Keeps what is logged.</summary>
internal sealed class CollectingLoggerFactory : ILoggerFactory
{
    private readonly List<(string Category, string Line)> _lines = [];

    public IReadOnlyList<string> Lines(string category)
    {
        lock (_lines)
        {
            return [.. _lines.Where(l => l.Category == category).Select(l => l.Line)];
        }
    }

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public ILogger CreateLogger(string categoryName) => new Collector(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Collector(CollectingLoggerFactory factory, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (factory._lines)
            {
                factory._lines.Add((category, formatter(state, exception)));
            }
        }
    }
}
