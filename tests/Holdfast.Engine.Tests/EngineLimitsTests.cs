namespace Holdfast.Engine.Tests;

public sealed class EngineLimitsTests
{
    [Fact]
    public void The_defaults_are_the_numbers_that_users_of_Temporal_know()
    {
        var limits = EngineLimits.Default;
        Assert.Equal((2_000, 2_000, 2_000, 2_000), (limits.PendingActivities, limits.PendingChildren, limits.PendingExternalSignals, limits.PendingExternalCancels));
        Assert.Equal((10_000, 100, 2L << 20), (limits.Signals, limits.BufferedEvents, limits.BufferedBytes));
        Assert.Equal((10, 2_000, 20L << 20), (limits.UpdatesInFlight, limits.Updates, limits.UpdateBytesInFlight));
        Assert.Equal((51_200, 50L << 20, 10_240, 10L << 20), (limits.HistoryEvents, limits.HistoryBytes, limits.HistoryEventsWarning, limits.HistoryBytesWarning));
        Assert.Equal((4_096, 4L << 20), (limits.SuggestContinueAsNewEvents, limits.SuggestContinueAsNewBytes));
        Assert.Equal((2 << 20, 2 << 10, 512 << 10, 4 << 10), (limits.PayloadBytes, limits.MemoBytesWarning, limits.StepBytesWarning, limits.PendingActivityFailureBytes));
        Assert.Equal(8 << 20, limits.WorkflowTaskBytes);
        Assert.Equal((1_000, 400, 20_000), (limits.NameBytes, limits.SummaryBytes, limits.DetailsBytes));
        Assert.Equal((10, 120), (limits.DefaultWorkflowTaskTimeout.TotalSeconds, limits.MaximumWorkflowTaskTimeout.TotalSeconds));
        Assert.Equal((30, 10), (limits.WorkflowTaskHeartbeatTimeout.TotalMinutes, limits.MaximumWorkflowTaskBackoff.TotalMinutes));
        Assert.Equal((5, 5), (limits.SpeculativeWorkflowTaskTimeout.TotalSeconds, limits.WorkflowTaskDurationWarning.TotalSeconds));
        Assert.Equal((2_000, 100), (limits.PendingTimers, limits.BufferedQueries));
    }
}
