namespace Holdfast.Reliability;

/// <summary>What a ledger can be told to do.</summary>
internal static class LedgerVerbs
{
    public const string Timer = "timer";
    public const string Activity = "activity";
    public const string LocalActivity = "local";
    public const string Child = "child";
    public const string SignalOther = "signal";
    public const string CancelOther = "cancel-other";
    public const string CancelItem = "cancel-item";
    public const string Patch = "patch";
    public const string Memo = "memo";
    public const string Attribute = "attribute";
    public const string ContinueAsNew = "continue";
    public const string BreakTask = "break";
}
