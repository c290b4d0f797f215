using Microsoft.Extensions.Logging;

namespace Holdfast.Testing.Tests;

/// <summary>A workflow of docs/guides/workflows.md.</summary>
[Workflow(FailureExceptionTypes = [typeof(ArithmeticException)])]
public sealed class InvoiceWorkflow
{
    private int reminders;

    public async Task<int> RunAsync(Order order)
    {
        var number = Workflow.NewGuid();
        Workflow.Logger.LogInformation("Invoice {Number} of {Time}", number, Workflow.UtcNow);
        while (reminders < 3)
        {
            Workflow.CurrentDetails = $"**{reminders}** reminders sent";
            await Workflow.DelayAsync(TimeSpan.FromDays(14));
            await Workflow.ExecuteActivityAsync(
                (PaymentActivities p) => p.Log($"reminder for {order.Id}"),
                new ActivityOptions { StartToCloseTimeout = TimeSpan.FromSeconds(30) });
            reminders++;
            if (Workflow.Info.SuggestContinueAsNew)
            {
                throw Workflow.ContinueAsNew((InvoiceWorkflow w) => w.RunAsync(order));
            }
        }

        return reminders;
    }
}
