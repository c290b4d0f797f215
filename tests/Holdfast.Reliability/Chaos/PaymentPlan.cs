using System.Globalization;

namespace Holdfast.Reliability;

/// <summary>What each workflow has to do, known in advance.</summary>
internal static class PaymentPlan
{
    private const int MostSteps = 4;

    public static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"payment-{index}");

    public static int StepsOf(int index) => 1 + (index % MostSteps);

    public static TimeSpan NapOf(int index) => TimeSpan.FromMilliseconds(index % 3 * 20);

    public static long AmountOf(int index, int step) => (index * 10L) + step;

    public static long TipOf(int index, int signal) => index + signal;

    /// <summary>What an attempt is that does its work and fails all the same.</summary>
    public static bool FailsAfterwards(int index, int step, int attempt) => attempt == 1 && (index + step) % 5 == 0;

    public static long ResultOf(int index) => Enumerable.Range(0, StepsOf(index)).Sum(step => AmountOf(index, step)) + TipOf(index, 0) + TipOf(index, 1);
}
