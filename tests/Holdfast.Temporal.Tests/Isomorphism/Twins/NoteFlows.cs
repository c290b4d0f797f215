namespace Holdfast.Temporal.Tests.Isomorphism.Twins;

/// <summary>Twins of twins/notes.ts.</summary>
public static class NoteFlows
{
    private static readonly SearchAttributeKey<string> Region = SearchAttributeKey.Keyword("Region");
    private static readonly SearchAttributeKey<long> Parcels = SearchAttributeKey.Int("Parcels");

    [Workflow]
    public static async Task<string> AnnotateAsync(string region)
    {
        Workflow.UpsertSearchAttributes(Region.Set(region), Parcels.Set(3));
        await Workflow.ExecuteActivityAsync(() => Steps.GreetAsync(region));
        Workflow.UpsertMemo(MemoUpdate.Set("note", "greeted"));
        Workflow.UpsertSearchAttributes(Parcels.Unset());
        await Workflow.DelayAsync(TimeSpan.FromSeconds(1));
        return region;
    }
}
