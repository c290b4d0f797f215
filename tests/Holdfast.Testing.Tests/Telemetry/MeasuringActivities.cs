using Microsoft.Extensions.Logging;

namespace Holdfast.Testing.Tests;

public sealed partial class MeasuringActivities
{
    [Activity]
    public int Weigh()
    {
        ActivityContext.Current.MetricMeter.CreateCounter<long>("measured").Add(1);
        Say(ActivityContext.Current.Logger, "measuring");
        return 1;
    }

    [LoggerMessage(1, LogLevel.Information, "{What}")]
    private static partial void Say(ILogger logger, string what);
}
