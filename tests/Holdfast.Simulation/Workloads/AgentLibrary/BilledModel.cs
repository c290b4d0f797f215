using Holdfast.Agents;

namespace Holdfast.Simulation;

/// <summary>Writes down what the model is asked, on the bill of the workflow that asks.</summary>
internal sealed class BilledModel(ModelBill bill) : IModelCallObserver
{
    public ValueTask CallStartingAsync(ModelCallNotice call, CancellationToken cancellationToken)
    {
        var info = ActivityContext.Current.Info;
        bill.Begin(info.WorkflowId, 2 * call.Turn, info.Activity);
        return ValueTask.CompletedTask;
    }

    public ValueTask CallEndedAsync(ModelCallNotice call, Exception? failure, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
