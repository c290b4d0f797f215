namespace Holdfast.Testing.Tests;

/// <summary>The workflows of docs/guides/messages.md that register their handlers as they run.</summary>
public static class MessageFlows
{
    [Workflow]
    public static async Task<int> SumAsync()
    {
        var numbers = Workflow.Signals<int>("Number");
        Workflow.SetSignalHandler("Done", (RawArguments _) =>
        {
            numbers.Complete();
            return Task.CompletedTask;
        });
        var sum = 0;
        Workflow.SetQueryHandler("Sum", _ => sum);
        Workflow.SetUpdateHandler("Add", (int number) => Task.FromResult(sum += number), validator: number => ArgumentOutOfRangeException.ThrowIfNegative(number));
        await foreach (var number in numbers.ReadAllAsync())
        {
            sum += number;
        }

        return sum;
    }
}
