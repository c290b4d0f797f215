namespace Holdfast.Bench;

/// <summary>So many activities, one after the other, each with the result of the one before.</summary>
[Workflow]
public sealed class SequenceWorkflow
{
    public async Task<int> RunAsync(int activities)
    {
        var number = 0;
        while (number < activities)
        {
            number = await StepActivities.StepAsync(number);
        }

        return number;
    }
}
