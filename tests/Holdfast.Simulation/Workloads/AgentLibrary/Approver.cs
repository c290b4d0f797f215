using System.Globalization;
using System.Text.Json;
using Holdfast.Agents;

namespace Holdfast.Simulation;

/// <summary>A person who looks now and then what waits for an approval, and decides: late, twice, in two ways, or about something else than what waits.</summary>
/// <param name="world">The world.</param>
/// <param name="chance">What it decides by.</param>
/// <param name="workflowId">The workflow.</param>
/// <param name="lookAsync">What waits.</param>
/// <param name="decideAsync">Sends a decision, under an ID.</param>
internal sealed class Approver(World world, Random chance, string workflowId, Func<Task<IReadOnlyList<ApprovalRequest>>> lookAsync, Func<ApprovalResolution, string, Task> decideAsync)
{
    private const int EditedValue = 1_000;
    private const int MostDecisions = 3;
    private int _decisions;

    /// <summary>Looks and decides until the workflow has ended.</summary>
    public async Task WorkAsync(Task end)
    {
        List<Task> sending = [];
        while (!end.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(1, 8_000)), world.Clock);
            foreach (var request in await SeePendingAsync())
            {
                for (var times = chance.Next(2) == 0 ? MostDecisions : 1; times > 0; times--)
                {
                    sending.Add(DecideAsync(request));
                }
            }

            await Task.WhenAll(sending);
        }
    }

    private async Task<IReadOnlyList<ApprovalRequest>> SeePendingAsync()
    {
        try
        {
            return await lookAsync();
        }
        catch (WorkflowQueryFailedException)
        {
            return []; // a run that has not begun has nothing to say
        }
    }

    private async Task DecideAsync(ApprovalRequest request)
    {
        var (resolution, value, fits) = Draw(request);
        var sent = world.Outside.Approvals.Send(workflowId, resolution, fits ? value : null);
        var times = chance.Next(3) == 0 ? 2 : 1;
        var updateId = string.Create(CultureInfo.InvariantCulture, $"{workflowId}.approval {_decisions++}");
        try
        {
            for (; times > 0; times--)
            {
                await decideAsync(resolution, updateId);
                SimulationFailure.Require(fits, $"{workflowId} took a decision about other arguments than those of call {request.CallId}");
                sent.IsTaken = true;
            }
        }
        catch (WorkflowUpdateFailedException)
        {
            // A decision whose answer was lost is refused when it comes again to the next run: what became of it is not known then.
            sent.IsRefused = !sent.IsTaken && (!world.Faults.Kinds.HasNetworkFaults() || !fits);
        }
        catch (WorkflowException)
        {
            // The workflow has ended meanwhile.
        }
    }

    private (ApprovalResolution Resolution, int? Value, bool Fits) Draw(ApprovalRequest request)
    {
        var asked = request.Arguments.GetProperty("value").GetInt32();
        return chance.Next(6) switch
        {
            0 => (request.Reject("no"), null, true),
            1 => (request.Edit(JsonElement.Parse(string.Create(CultureInfo.InvariantCulture, $$"""{"value":{{EditedValue + asked}}}"""))), EditedValue + asked, true),
            2 => (request.Approve() with { ArgumentsHash = new string('0', request.ArgumentsHash.Length) }, asked, false),
            _ => (request.Approve("somebody"), asked, true),
        };
    }
}
