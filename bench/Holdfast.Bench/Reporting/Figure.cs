namespace Holdfast.Bench;

/// <summary>One measured figure and the bar it is held to.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The value.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Bar">The bar as text, for example "&lt;= 1.5"; null when the figure is only reported.</param>
/// <param name="Pass">Whether the bar was met.</param>
internal sealed record Figure(string Name, double Value, string Unit, string? Bar, bool Pass)
{
    public static Figure Reported(string name, double value, string unit) => new(name, value, unit, null, Pass: true);

    public static Figure AtMost(string name, double value, string unit, double bar) => new(name, value, unit, FormattableString.Invariant($"<= {bar}"), value <= bar);

    public static Figure AtLeast(string name, double value, string unit, double bar) => new(name, value, unit, FormattableString.Invariant($">= {bar}"), value >= bar);
}
