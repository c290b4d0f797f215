using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Holdfast.Testing.Tests;

/// <summary>Keeps what is logged, with namespace, workflow ID and run ID of the scope around it.</summary>
internal sealed class LogLines : ILoggerFactory
{
    private static readonly string[] Shown = ["Namespace", "WorkflowId", "RunId"];
    private readonly ConcurrentQueue<(string Category, string Line)> _lines = new();

    public IReadOnlyList<string> Of(string category) => [.. _lines.Where(l => l.Category == category).Select(static l => l.Line)];

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public ILogger CreateLogger(string categoryName) => new Collector(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Collector(LogLines lines, string category) : ILogger, IDisposable
    {
        private object? _scope;

        public IDisposable BeginScope<TState>(TState state)
            where TState : notnull
        {
            _scope = state;
            return this;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var scope = (_scope as IEnumerable<KeyValuePair<string, object>> ?? []).Where(static e => Shown.Contains(e.Key)).Select(static e => $"{e.Value}");
            lines._lines.Enqueue((category, string.Join(' ', [formatter(state, exception), .. scope])));
        }

        public void Dispose() => _scope = null;
    }
}
