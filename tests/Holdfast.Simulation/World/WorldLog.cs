using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Simulation;

/// <summary>Keeps what engine and worker complain of: in a world whose programs have no defects, any failed workflow task is one of Holdfast's.</summary>
internal sealed class WorldLog : ILoggerFactory, ILogger
{
    private const int FailedWorkflowTask = 1001;
    private const int AttemptGivenUp = 1012;

    public List<string> Complaints { get; } = [];

    /// <summary>Told of each attempt that an engine counts no longer although its worker has not reported it.</summary>
    public Action<RunId, long, int>? GivenUp { get; set; }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == FailedWorkflowTask && formatter(state, exception) is var complaint && !OrderedFault.IsOfBlobs(complaint) && !OrderedFault.IsHidden(complaint))
        {
            Complaints.Add(complaint);
        }
        else if (eventId.Id == AttemptGivenUp)
        {
            var values = ((IReadOnlyList<KeyValuePair<string, object?>>)(object)state!).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
            GivenUp?.Invoke((RunId)values["RunId"]!, (long)values["ScheduledEventId"]!, (int)values["Attempt"]!);
        }
    }
}
