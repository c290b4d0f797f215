namespace Holdfast.Testing.Tests;

public static class Keys
{
    public static readonly SearchAttributeKey<string> Region = SearchAttributeKey.Keyword("Region");
    public static readonly SearchAttributeKey<string> Stage = SearchAttributeKey.Keyword("Stage");
    public static readonly SearchAttributeKey<long> Amount = SearchAttributeKey.Int("Amount");
    public static readonly SearchAttributeKey<DateTimeOffset> DueTime = SearchAttributeKey.Datetime("DueTime");
    public static readonly SearchAttributeKey<IReadOnlyList<string>> Tags = SearchAttributeKey.KeywordList("Tags");
    public static readonly SearchAttributeKey<string> Note = SearchAttributeKey.Text("Note");
}
