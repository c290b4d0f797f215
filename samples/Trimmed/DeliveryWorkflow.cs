using Holdfast;

namespace Trimmed;

/// <summary>Scans a parcel at each stop and waits until somebody signs for it.</summary>
[Workflow]
public sealed class DeliveryWorkflow
{
    private readonly List<string> _scans = [];
    private bool _isSigned;

    public async Task<Delivery> RunAsync(Parcel parcel)
    {
        foreach (var stop in parcel.Stops)
        {
            _scans.Add(await Workflow.ExecuteActivityAsync((Carrier c) => c.ScanAsync(parcel.Id, stop)));
            await Workflow.DelayAsync(TimeSpan.FromMilliseconds(1));
        }

        await Workflow.WaitConditionAsync(() => _isSigned);
        return new Delivery(parcel.Id, _scans, Workflow.UtcNow);
    }

    [Signal]
    public Task SignAsync()
    {
        _isSigned = true;
        return Task.CompletedTask;
    }

    [Query]
    public int Scans() => _scans.Count;

    [Update]
    public Task<string> RenameAsync(string name)
    {
        _scans.Add($"renamed {name}");
        return Task.FromResult(name);
    }
}
