namespace Holdfast.Worker;

/// <summary>The patches of a run: which its history tells of, and what its code was answered.</summary>
internal sealed class RunPatches(WorkflowRun run)
{
    private readonly HashSet<string> _recorded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _answers = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>History tells of a patch that the code of the task under way, or of a later one, used.</summary>
    public void Note(PatchMarker marker) => _recorded.Add(marker.PatchId);

    /// <summary>True when the code is to take the new way. The first answer stays for the whole run.</summary>
    public bool Use(string patchId, bool isDeprecated)
    {
        if (!_answers.TryGetValue(patchId, out var answer))
        {
            answer = _recorded.Contains(patchId) || (!run.Facts.IsReplaying && (isDeprecated || IsActivated(patchId)));
            _answers.Add(patchId, answer);
            if (answer)
            {
                Record(new PatchMarker(patchId, isDeprecated));
            }
        }

        return answer;
    }

    private bool IsActivated(string patchId) =>
        run.Settings.PatchActivation is not { } activation || run.LookOnly(() => activation(new PatchActivation(run.Context.Info, patchId)));

    private void Record(PatchMarker marker)
    {
        _used.Add(marker.PatchId);
        run.Commands.Add(new RecordPatch(marker));
        if (ChangeVersions.TryMake(_used) is { } attribute)
        {
            run.Commands.Add(new UpsertChangeVersions(attribute));
        }
        else if (!run.Facts.IsReplaying)
        {
            WorkflowLog.ChangeVersionsTooLong(run.Settings.Logger, run.Definition.Name, run.Key.WorkflowId, run.RunId, marker.PatchId);
        }
    }
}
