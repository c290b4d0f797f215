namespace Holdfast.Testing.Tests;

/// <summary>The workflows of docs/guides/sagas.md.</summary>
public static class SagaFlows
{
    [Workflow]
    public static Task<string> BookTripAsync(string traveller) => Saga.RunAsync(async saga =>
    {
        saga.AddCompensation(() => Workflow.ExecuteActivityAsync((TripActivities t) => t.CancelFlightAsync(traveller)));
        await Workflow.ExecuteActivityAsync((TripActivities t) => t.BookFlightAsync(traveller));

        saga.AddCompensation(() => Workflow.ExecuteActivityAsync((TripActivities t) => t.CancelHotelAsync(traveller)));
        return await Workflow.ExecuteActivityAsync((TripActivities t) => t.BookHotelAsync(traveller));
    });

    [Workflow]
    public static async Task<string> BookTripByHandAsync(string traveller)
    {
        var saga = new Saga(new SagaOptions { IsParallel = true, Timeout = TimeSpan.FromHours(1) });
        try
        {
            saga.AddCompensation(() => Workflow.ExecuteActivityAsync((TripActivities t) => t.CancelFlightAsync(traveller)));
            await Workflow.ExecuteActivityAsync((TripActivities t) => t.BookFlightAsync(traveller));
            return await Workflow.ExecuteActivityAsync((TripActivities t) => t.BookHotelAsync(traveller));
        }
        catch (ActivityFailureException)
        {
            await saga.CompensateAsync();
            return "stayed at home";
        }
    }
}
