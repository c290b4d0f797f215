using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Fuzzing;

/// <summary>The language of list filters.</summary>
internal sealed class ListFilterTarget() : FuzzTarget(
    "list-filter",
    ErrorCodes.ListFilterSyntax,
    ErrorCodes.ListFilterTooLarge,
    ErrorCodes.ListFilterTypeMismatch,
    ErrorCodes.ListFilterUnsupported,
    ErrorCodes.SearchAttributeUnknown)
{
    private const string Namespace = "default";
    private static readonly SearchAttributeTypesByUse Types = Known();

    public override IReadOnlyList<byte[]> Samples { get; } = HostileWords.Texts(
        "ExecutionStatus = 'Running' AND Region IN ('eu', 'us') AND Amount >= 100",
        "NOT (WorkflowType = \"Order\" OR WorkflowId STARTS_WITH 'a-') AND CloseTime IS NULL",
        "StartTime BETWEEN '2026-01-01T00:00:00Z' AND '2026-02-01T00:00:00Z' ORDER BY StartTime DESC",
        "Tags NOT IN ('x') AND IsPaid = true GROUP BY ExecutionStatus",
        "Rate < 1.5e3 AND `Words` = 'one two' AND ExecutionDuration > '1h30m'");

    public override IReadOnlyList<byte[]> Words { get; } = HostileWords.Texts(
        " AND ", " OR ", " NOT ", " IN ", " BETWEEN ", " IS NULL", " IS NOT NULL", " ORDER BY ", " GROUP BY ", " STARTS_WITH ", "StartTime", "ExecutionStatus", "ExecutionDuration", "HistoryLength", "Amount", "Rate", "IsPaid", "Tags", "When", "Words", "<>", "<=", "`", "'\\''", "'\\ud800'");

    public override long AllowanceBytes(int inputBytes) => 2 * base.AllowanceBytes(inputBytes);

    public override void Read(byte[] input) => _ = ListFilter.Parse(TextOf(input), Namespace, Types);

    private static SearchAttributeTypesByUse Known()
    {
        SearchAttributeTypesByUse types = new();
        types.Admit(Namespace, "Region", SearchAttributeType.Keyword);
        types.Admit(Namespace, "Amount", SearchAttributeType.Int);
        types.Admit(Namespace, "Rate", SearchAttributeType.Double);
        types.Admit(Namespace, "IsPaid", SearchAttributeType.Bool);
        types.Admit(Namespace, "Tags", SearchAttributeType.KeywordList);
        types.Admit(Namespace, "When", SearchAttributeType.Datetime);
        types.Admit(Namespace, "Words", SearchAttributeType.Text);
        return types;
    }
}
