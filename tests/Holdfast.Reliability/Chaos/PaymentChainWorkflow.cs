namespace Holdfast.Reliability;

/// <summary>Pays once in each run, and goes on as the next.</summary>
[Workflow]
public sealed class PaymentChainWorkflow
{
    private static readonly ActivityOptions HalfAMinute = new() { StartToCloseTimeout = TimeSpan.FromSeconds(30) };

    public async Task<long> RunAsync(int index, int link, long paid)
    {
        var step = PaymentPlan.FirstLink + link;
        var total = paid + await Workflow.ExecuteActivityAsync((PaymentActivities a) => a.PayAsync(index, step), HalfAMinute);
        var next = link + 1;
        return next == PaymentPlan.LinksOf(index) ? total : throw Workflow.ContinueAsNew((PaymentChainWorkflow w) => w.RunAsync(index, next, total));
    }
}
