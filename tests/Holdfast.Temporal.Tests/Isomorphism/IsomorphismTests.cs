namespace Holdfast.Temporal.Tests.Isomorphism;

/// <summary>Histories of Holdfast are histories of Temporal: its official replayer follows them with TypeScript twins of the workflows that made them.</summary>
public sealed class IsomorphismTests(ReplayedHistories replayed) : IClassFixture<ReplayedHistories>
{
    public static TheoryData<string> Scenarios => [.. Isomorphism.Scenarios.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Temporals_replayer_follows_the_history_of(string scenario) => AssertNone(replayed.ErrorOf(scenario));

    [Fact]
    public void Every_event_has_a_form_without_fields_that_Temporal_lacks() => AssertNone(replayed.ErrorOf(ReplayedHistories.EveryEventHistory));

    [Fact]
    public void Temporals_replayer_refuses_the_history_of_other_code() =>
        Assert.Contains("Nondeterminism", replayed.ErrorOf(ReplayedHistories.ForeignHistory), StringComparison.OrdinalIgnoreCase);

    private static void AssertNone(string? error) => Assert.True(error is null, error);
}
