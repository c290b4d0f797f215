namespace Holdfast.Protocol.Tests;

/// <summary>One filled instance of each type that has an encoding, with its bytes.</summary>
internal static class EveryType
{
    private static readonly DateTimeOffset Time = new(2026, 7, 8, 9, 10, 11, TimeSpan.Zero);

    public static IEnumerable<RunRecord> Records() =>
        FilledValues.CasesOf(typeof(EventAttributes)).Select(t => (RunRecord)new HistoryEvent(7, Time, (EventAttributes)FilledValues.Create(t)))
            .Concat(FilledValues.CasesOf(typeof(Transition)).Select(t => (RunRecord)FilledValues.Create(t)));

    public static IEnumerable<Failure> Failures() =>
        FilledValues.CasesOf(typeof(FailureInfo)).Select(t => new Failure { Message = "m", Info = (FailureInfo)FilledValues.Create(t) })
            .Append((Failure)FilledValues.Create(typeof(Failure)));

    public static IEnumerable<UpdateMessage> UpdateMessages() =>
        FilledValues.CasesOf(typeof(UpdateMessage)).Select(t => (UpdateMessage)FilledValues.Create(t));

    public static string NameOf(RunRecord record) => record is HistoryEvent e ? e.Attributes.GetType().Name : record.GetType().Name;
}
