using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Checks that a request that carries an ID is answered with one content, however often it arrives, wherever, and whoever is still there to hear it.</summary>
internal sealed class AnswerChecker
{
    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);

    /// <summary>Requests that were answered in two ways.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Runs of a workflow are going to be deleted: a start that comes again may then make another.</summary>
    public void MayForget(string workflowId) => _deleted.Add(workflowId);

    /// <summary>An engine answers a request.</summary>
    public void Note(object request, object? answer)
    {
        if (KeyOf(request, answer) is { } key && ContentOf(answer) is { } content && !_answers.TryAdd(key, content) && _answers[key] != content)
        {
            Problems.Add($"{key} was answered '{_answers[key]}', and then '{content}'");
        }
    }

    private string? KeyOf(object request, object? answer) => (request, answer) switch
    {
        (StartWorkflowExecutionRequest r, _) when !_deleted.Contains(r.WorkflowId) => $"start {r.WorkflowId} {r.RequestId}",
        (UpdateWorkflowExecutionRequest r, UpdateWorkflowExecutionResponse a) => $"update {r.Update.UpdateId} of {a.RunId}", // the next run of the workflow may be asked the same again
        _ => null,
    };

    /// <summary>What must not change; null when nothing is promised yet: a refused update is not recorded.</summary>
    private static string? ContentOf(object? answer) => answer switch
    {
        StartWorkflowExecutionResponse a => $"{a.RunId}",
        UpdateWorkflowExecutionResponse { Stage: UpdateStage.Completed, Result: { } result } => string.Join(' ', result.Select(p => Convert.ToHexString(p.Data.Span))),
        _ => null,
    };
}
