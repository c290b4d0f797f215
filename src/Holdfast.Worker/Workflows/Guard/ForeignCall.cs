namespace Holdfast.Worker;

/// <summary>A call by which workflow code left its scheduler.</summary>
/// <param name="Api">What was called, such as Task.Run; empty when only the place is known.</param>
/// <param name="Place">Where, such as OrderWorkflow.RunAsync (Order.cs:line 17).</param>
/// <param name="IsCertain">True when the call was seen to leave the scheduler; false for the last wait before the trouble.</param>
internal sealed record ForeignCall(string Api, string Place, bool IsCertain)
{
    public string Describe() => IsCertain ? $"{Api} called in {Place}." : $"The code left after the await in {Place}.";
}
