using System.Globalization;

namespace Holdfast.Reliability;

/// <summary>The effects: a line in a file for each attempt, with the idempotency key that a payment provider would be given.</summary>
/// <param name="payments">The file.</param>
public sealed class PaymentActivities(LineFile payments)
{
    [Activity(StartToCloseTimeout = "00:00:30")]
    public Task<long> PayAsync(int index, int step)
    {
        var info = ActivityContext.Current.Info;
        payments.Append(string.Create(CultureInfo.InvariantCulture, $"{index} {step} {info.IdempotencyKey}"));
        return PaymentPlan.FailsAfterwards(index, step, info.Attempt)
            ? throw new ApplicationFailureException("the answer was lost")
            : Task.FromResult(PaymentPlan.AmountOf(index, step));
    }

    /// <summary>Pays for a letter, and gives it back.</summary>
    [Activity(StartToCloseTimeout = "00:00:30")]
    public async Task<string> SendAsync(int index, string letter)
    {
        await PayAsync(index, PaymentPlan.Letter);
        return letter;
    }
}
