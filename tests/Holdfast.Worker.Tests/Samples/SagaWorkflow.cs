using System.Globalization;

namespace Holdfast.Worker.Tests;

/// <summary>Books in steps and undoes them: each test names how.</summary>
[Workflow]
public sealed class SagaWorkflow
{
    public async Task<string> RunAsync(string how)
    {
        var options = new SagaOptions
        {
            IsParallel = how.Contains("parallel", StringComparison.Ordinal),
            ContinuesOnError = !how.Contains("stop", StringComparison.Ordinal),
        };
        return await Saga.RunAsync(
            async saga =>
            {
                for (var step = 1; step <= 3; step++)
                {
                    var order = string.Create(CultureInfo.InvariantCulture, $"o{step}");
                    saga.AddCompensation(() => Workflow.ExecuteActivityAsync((PaymentActivities a) => a.RefundAsync(order)));
                }

                var charged = await Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync("o", 1));
                return how switch
                {
                    "bug" => throw new InvalidOperationException("a bug"),
                    "continue" => throw Workflow.ContinueAsNew((SagaWorkflow w) => w.RunAsync("again")),
                    _ => charged,
                };
            },
            options);
    }
}
