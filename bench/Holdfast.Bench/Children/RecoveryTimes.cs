namespace Holdfast.Bench;

/// <summary>When a recovering process reached what, in milliseconds since the operating system started it.</summary>
/// <param name="Entered">Its first line ran.</param>
/// <param name="Started">The host was started.</param>
/// <param name="Progressing">Every run had made a step.</param>
internal sealed record RecoveryTimes(double Entered, double Started, double Progressing);
