using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>Draws operations that mean something to the model's present state; refusals are among them.</summary>
internal sealed class OperationDraw(int seed, IReadOnlyList<string> workflowIds, ReferenceModel model)
{
    private static readonly OperationKind[] Kinds = Enum.GetValues<OperationKind>();
    private static readonly WorkflowIdReusePolicy[] Reuses = [WorkflowIdReusePolicy.AllowDuplicate, WorkflowIdReusePolicy.AllowDuplicateFailedOnly, WorkflowIdReusePolicy.RejectDuplicate];

    private readonly Random _chance = new(seed);

    /// <summary>The workflow IDs of a run of the model.</summary>
    public static string[] WorkflowIds(int seed) => [.. Enumerable.Range(0, 3).Select(i => string.Create(CultureInfo.InvariantCulture, $"ledger-{seed}-{(char)('a' + i)}"))];

    public Operation Next()
    {
        while (true)
        {
            var operation = Draw();
            if (IsMeant(operation, model.Newest(operation.WorkflowId)))
            {
                return operation;
            }
        }
    }

    private Operation Draw()
    {
        var workflowId = workflowIds[_chance.Next(workflowIds.Count)];
        var kind = _chance.Next(4) == 0 ? Likely(model.Newest(workflowId)) : Kinds[_chance.Next(Kinds.Length)];
        var conflict = kind == OperationKind.SignalWithStart ? WorkflowIdConflictPolicy.UseExisting : (WorkflowIdConflictPolicy)_chance.Next(1, 4);
        return new Operation(kind, workflowId, _chance.Next(1, 100), Reuses[_chance.Next(4) == 0 ? _chance.Next(Reuses.Length) : 0], conflict);
    }

    /// <summary>Drawn more often: starts, or most operations would find nothing, and what would otherwise hardly be met before the run is gone.</summary>
    private OperationKind Likely(ModelRun? run) => run switch
    {
        { IsPaused: true } => OperationKind.Unpause,
        { IsOpen: false } when _chance.Next(3) == 0 => OperationKind.Result,
        _ => OperationKind.Start,
    };

    /// <summary>Left out is what would wait for ever, and what would race with a run that is about to end.</summary>
    private static bool IsMeant(Operation operation, ModelRun? run) => operation.Kind switch
    {
        OperationKind.Result => run is not { IsOpen: true },
        OperationKind.Reset => run is not { IsPaused: true },
        OperationKind.Signal or OperationKind.Update or OperationKind.RejectedUpdate or OperationKind.Work or OperationKind.SignalWithStart or OperationKind.Cancel or OperationKind.Finish or OperationKind.Fail => run is not { IsEnding: true },
        _ => true,
    };
}
