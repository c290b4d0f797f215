using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>An activity without a workflow.</summary>
/// <param name="id">Its ID.</param>
/// <param name="start">When it was started.</param>
internal sealed class ModelJob(string id, TimeSpan start)
{
    public string Id => id;

    public TimeSpan Start => start;

    public ActivityExecutionStatus Status { get; private set; } = ActivityExecutionStatus.Running;

    public TimeSpan? Close { get; private set; }

    public string Outcome { get; private set; } = string.Empty;

    public ModelActivity Activity { get; set; } = null!;

    public bool IsOpen => Status == ActivityExecutionStatus.Running;

    public void End(ActivityExecutionStatus status, string outcome, TimeSpan now) => (Status, Outcome, Close) = (status, outcome, now);

    public override string ToString() => Describe(id, start, Status, Close, IsOpen ? Activity.ToString() : null);

    public string Row => RowOf(id, start, Status, Close);

    public static string Describe(string id, TimeSpan start, ActivityExecutionStatus status, TimeSpan? close, string? pending) => $"{RowOf(id, start, status, close)} [{pending}]";

    public static string RowOf(string id, TimeSpan start, ActivityExecutionStatus status, TimeSpan? close) => string.Create(CultureInfo.InvariantCulture, $"{id} @{start.TotalMilliseconds} {status} closed {close?.TotalMilliseconds}");
}
