using System.Diagnostics;
using System.Diagnostics.Metrics;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What is measured of calls: of the engine by clients and workers, and of the settled store by the engine.</summary>
internal sealed class CallInstruments
{
    private const string OtherError = "_OTHER";
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _errors;
    private readonly TimeProvider _timeProvider;

    private CallInstruments(Histogram<double> duration, Counter<long> errors, TimeProvider timeProvider)
    {
        _duration = duration;
        _errors = errors;
        _timeProvider = timeProvider;
    }

    /// <summary>True while somebody listens.</summary>
    public bool Enabled => _duration.Enabled || _errors.Enabled;

    /// <summary>Instruments of requests to the engine.</summary>
    public static CallInstruments OfRequests(Meter meter, TimeProvider timeProvider) => new(
        meter.CreateDuration("holdfast.request.duration", "One request to the engine, by operation; a poll lasts until its answer."),
        meter.CreateCounter<long>("holdfast.request.errors", "{request}", "Requests that were refused or failed, by operation and code."),
        timeProvider);

    /// <summary>Instruments of calls of the settled store.</summary>
    public static CallInstruments OfStore(Meter meter, TimeProvider timeProvider) => new(
        meter.CreateDuration("holdfast.store.call.duration", "One call of the settled store, by operation."),
        meter.CreateCounter<long>("holdfast.store.call.errors", "{call}", "Calls of the settled store that failed, by operation."),
        timeProvider);

    /// <summary>Measures a call while somebody listens.</summary>
    public Task MeasureAsync(string operation, Func<Task> call) => Enabled ? TimedAsync(operation, call) : call();

    /// <summary>Measures a call that gives something, while somebody listens.</summary>
    public Task<T> MeasureAsync<T>(string operation, Func<Task<T>> call) => Enabled ? TimedAsync(operation, call) : call();

    /// <summary>A call that <see cref="MeasureAsync"/> does not see begins.</summary>
    public long Begin() => _timeProvider.GetTimestamp();

    /// <summary>A call has ended.</summary>
    public void Ended(string operation, long begun, Exception? error)
    {
        TagList tags = new() { new(TelemetryTags.Operation, operation) };
        if (error is not null)
        {
            tags.Add(TelemetryTags.ErrorType, CodeOf(error));
            _errors.Add(1, tags);
        }

        _duration.Record(_timeProvider.GetElapsedTime(begun).TotalSeconds, tags);
    }

    private async Task TimedAsync(string operation, Func<Task> call)
    {
        var begun = Begin();
        try
        {
            await call();
            Ended(operation, begun, error: null);
        }
        catch (Exception exception)
        {
            Ended(operation, begun, exception);
            throw;
        }
    }

    private async Task<T> TimedAsync<T>(string operation, Func<Task<T>> call)
    {
        var begun = Begin();
        try
        {
            var result = await call();
            Ended(operation, begun, error: null);
            return result;
        }
        catch (Exception exception)
        {
            Ended(operation, begun, exception);
            throw;
        }
    }

    private static string CodeOf(Exception error) => error switch
    {
        HoldfastException failed => failed.Code.ToString(),
        OperationCanceledException => "canceled",
        _ => OtherError,
    };
}
