using System.Globalization;

namespace Holdfast.Simulation;

/// <summary>A model that answers by a script, and tools.</summary>
public sealed class ModelLoopActivities(ModelBill bill)
{
    /// <summary>The model: says how many tools to use next; 0 ends the conversation.</summary>
    [Activity]
    public async Task<int> AskModelAsync(string agent, int turn, IReadOnlyList<int> script)
    {
        bill.Begin(agent, 2 * turn, ActivityContext.Current.Info.Activity);
        await Task.Yield();
        return turn < script.Count ? script[turn] : 0;
    }

    /// <summary>A tool.</summary>
    [Activity]
    public async Task<string> UseToolAsync(string agent, int turn, int tool)
    {
        bill.Begin(agent, (2 * turn) + 1, ActivityContext.Current.Info.Activity);
        await Task.Yield();
        return string.Create(CultureInfo.InvariantCulture, $"{turn}.{tool}");
    }
}
