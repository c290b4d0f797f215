using System.Globalization;

namespace Holdfast.Reliability;

/// <summary>What stands outside the engine when all is done.</summary>
/// <param name="Wrong">What is wrong; empty when nothing is.</param>
/// <param name="Workflows">Workflows that ended.</param>
/// <param name="Payments">Payments, each with a key of its own.</param>
/// <param name="Repeats">Attempts beyond the first of a payment, with the same key.</param>
internal sealed record ChaosVerdict(IReadOnlyList<string> Wrong, int Workflows, int Payments, int Repeats)
{
    public static ChaosVerdict Of(ChaosFolder folder, IReadOnlyList<string> trouble)
    {
        var told = folder.Told.Read();
        var payments = folder.Payments.Read();
        var done = told.Where(l => l[0] == "done").Select(l => (Index: Number(l[1]), Result: long.Parse(l[2], CultureInfo.InvariantCulture))).Distinct().ToList();
        var keys = payments.GroupBy(p => (Number(p[0]), Number(p[1]))).ToDictionary(g => g.Key, g => g.Select(p => p[2]).Distinct(StringComparer.Ordinal).ToList());
        List<string> wrong =
        [
            .. trouble,
            .. told.Where(l => l[0] == "wrong").Select(l => string.Join(' ', l)),
            .. done.Where(d => d.Result != PaymentPlan.ResultOf(d.Index)).Select(d => $"workflow {d.Index} gave {d.Result}, not {PaymentPlan.ResultOf(d.Index)}"),
            .. told.Where(l => l[0] == "start").Select(l => Number(l[1])).Except(done.Select(d => d.Index)).Select(i => $"workflow {i} was started and is not done"),
            .. done.SelectMany(d => PaymentPlan.EffectsOf(d.Index).Select(step => (d.Index, step))).Distinct().Where(p => !keys.ContainsKey(p)).Select(p => $"payment {p} is lost"),
            .. keys.Where(p => p.Value.Count > 1).Select(p => $"payment {p.Key} was made under {p.Value.Count} keys"),
            .. keys.Keys.Where(p => !PaymentPlan.EffectsOf(p.Item1).Contains(p.Item2)).Select(p => $"payment {p} was never asked for"),
        ];
        return new ChaosVerdict(wrong, done.Select(d => d.Index).Distinct().Count(), keys.Count, payments.Count - keys.Count);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Workflows} workflows, {Payments} payments, {Repeats} repeated attempts under the same key, {Wrong.Count} lost, doubled or stuck");

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
