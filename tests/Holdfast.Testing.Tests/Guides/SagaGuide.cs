namespace Holdfast.Testing.Tests;

public sealed class SagaGuide : IAsyncLifetime
{
    private readonly TripActivities trips = new();
    private WorkflowEnvironment environment = null!;

    public async ValueTask InitializeAsync() => environment = await WorkflowEnvironment.StartAsync(e => e.AddAssembly(typeof(SagaFlows).Assembly).AddActivities(trips));

    public ValueTask DisposeAsync() => environment.DisposeAsync();

    [Fact]
    public async Task A_trip_that_works_undoes_nothing()
    {
        Assert.Equal("room 7", await environment.Client.ExecuteWorkflowAsync(() => SagaFlows.BookTripAsync("ann")));
        Assert.Equal(["flight for ann"], trips.Done);
    }

    [Fact]
    public async Task A_trip_that_fails_is_undone_in_reverse()
    {
        await Assert.ThrowsAsync<WorkflowFailedException>(() => environment.Client.ExecuteWorkflowAsync(() => SagaFlows.BookTripAsync("unlucky")));
        Assert.Equal(["flight for unlucky", "no hotel for unlucky", "no flight for unlucky"], trips.Done);
    }

    [Fact]
    public async Task A_workflow_may_compensate_and_go_on()
    {
        Assert.Equal("stayed at home", await environment.Client.ExecuteWorkflowAsync(() => SagaFlows.BookTripByHandAsync("unlucky")));
        Assert.Equal(["flight for unlucky", "no flight for unlucky"], trips.Done);
    }
}
