using Holdfast;

namespace Trimmed;

/// <summary>Scans a parcel at each stop and waits until somebody signs for it.</summary>
[Workflow]
public sealed class DeliveryWorkflow
{
    private readonly List<string> scans = [];
    private bool isSigned;

    public async Task<Delivery> RunAsync(Parcel parcel)
    {
        foreach (var stop in parcel.Stops)
        {
            scans.Add(await Workflow.ExecuteActivityAsync((Carrier c) => c.ScanAsync(parcel.Id, stop)));
            await Workflow.DelayAsync(TimeSpan.FromMilliseconds(1));
        }

        await Workflow.WaitConditionAsync(() => isSigned);
        return new Delivery(parcel.Id, scans, Workflow.UtcNow);
    }

    [Signal]
    public Task SignAsync()
    {
        isSigned = true;
        return Task.CompletedTask;
    }

    [Query]
    public int Scans() => scans.Count;

    [Update]
    public Task<string> RenameAsync(string name)
    {
        scans.Add($"renamed {name}");
        return Task.FromResult(name);
    }
}
