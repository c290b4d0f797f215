namespace Holdfast.Testing.Tests;

/// <summary>The activities of docs/guides/sagas.md; hotels are full for who is called "unlucky".</summary>
public sealed class TripActivities
{
    public IList<string> Done { get; } = [];

    [Activity]
    public Task BookFlightAsync(string traveller) => NoteAsync($"flight for {traveller}");

    [Activity]
    public Task CancelFlightAsync(string traveller) => NoteAsync($"no flight for {traveller}");

    [Activity]
    public Task<string> BookHotelAsync(string traveller) =>
        string.Equals(traveller, "unlucky", StringComparison.Ordinal) ? throw new ApplicationFailureException("no rooms", "Full", nonRetryable: true) : Task.FromResult("room 7");

    [Activity]
    public Task CancelHotelAsync(string traveller) => NoteAsync($"no hotel for {traveller}");

    private Task NoteAsync(string line)
    {
        Done.Add(line);
        return Task.CompletedTask;
    }
}
