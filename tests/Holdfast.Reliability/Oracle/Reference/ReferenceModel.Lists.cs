namespace Holdfast.Reliability;

/// <content>Lists and counts.</content>
internal sealed partial class ReferenceModel
{
    private Answer ApplyToList(Operation operation)
    {
        var matching = Runs.Where(ListFilters.All[operation.Way]).ToList();
        return operation.Kind == OperationKind.List
            ? new Answer(string.Join("; ", matching.OrderByDescending(r => r.Made).ThenBy(r => r.WorkflowId, StringComparer.Ordinal).Select(r => $"{r.WorkflowId} {r.View().Row}")))
            : new Answer($"{matching.Count}: {Groups(matching.Select(r => r.WorkflowId))}");
    }

    private string CountByStatus() => Groups(Runs.Select(r => r.ShownStatus.ToString()));

    private static string Groups(IEnumerable<string> values) => string.Join(' ', values.GroupBy(v => v, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}={Text(g.Count())}"));
}
