using Microsoft.Extensions.Logging;

namespace Holdfast.Testing.Tests;

/// <summary>Counts, measures and logs on both sides of a wait.</summary>
[Workflow]
public sealed partial class MeasuringWorkflow
{
    public async Task<int> RunAsync(string region)
    {
        var meter = Workflow.MetricMeter.WithTags(new KeyValuePair<string, object?>("region", region));
        var steps = meter.CreateCounter<long>("steps", "{step}", "Steps that were taken.");
        steps.Add(1, new KeyValuePair<string, object?>("step", "first"));
        Say(Workflow.Logger, "first");
        await Workflow.DelayAsync(TimeSpan.FromHours(1));
        steps.Add(1, new KeyValuePair<string, object?>("step", "second"));
        meter.CreateHistogram<double>("size", "By").Record(2.5);
        Say(Workflow.Logger, "second");
        var measured = await Workflow.ExecuteActivityAsync((MeasuringActivities a) => a.Weigh());
        meter.CreateGauge<long>("level").Record(7);
        Say(Workflow.Logger, "third");
        return measured;
    }

    [LoggerMessage(1, LogLevel.Information, "{What}")]
    private static partial void Say(ILogger logger, string what);
}
