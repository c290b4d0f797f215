using Holdfast;

namespace Hello;

/// <summary>Plain async C#. Killed at any line, it goes on from there.</summary>
[Workflow]
public sealed class OrderWorkflow
{
    private string _status = "new";
    private bool _isApproved;

    public async Task<string> RunAsync(string item)
    {
        var reservation = await OrderActivities.ReserveAsync(item);
        _status = "waiting for approval";
        if (!await Workflow.WaitConditionAsync(() => _isApproved, TimeSpan.FromDays(7)))
        {
            _status = "expired";
            return "nobody approved within a week";
        }

        _status = "charging";
        var receipt = await OrderActivities.ChargeAsync(reservation);
        _status = "done";
        return receipt;
    }

    [Signal]
    public void Approve() => _isApproved = true;

    [Query]
    public string Status() => _status;
}
