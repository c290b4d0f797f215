using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

/// <summary>The samples of docs/guides/standalone-activities.md.</summary>
internal static class StandaloneActivitiesGuideSamples
{
    public static async Task<string> ExecuteAsync(IHoldfastClient client)
    {
        var sent = await client.ExecuteActivityAsync(
            (MailActivities m) => m.SendAsync("ada"),
            new StandaloneActivityOptions { Id = "letter-4711", RetryPolicy = new RetryPolicy { MaximumAttempts = 5 } });
        return sent;
    }

    public static async Task<string> StartAndAskAsync(IHoldfastClient client)
    {
        await client.StartActivityAsync(
            (MailActivities m) => m.SendAsync("bob"),
            new StandaloneActivityOptions { Id = "letter-4712", StartDelay = TimeSpan.FromHours(8), Priority = new Priority { PriorityKey = 4 } });

        var letter = client.GetActivityHandle<string>("letter-4712"); // in any process
        var described = await letter.DescribeAsync();
        Console.WriteLine($"{described.Info.Status}, attempt {described.Attempt}, last failure: {described.LastFailure?.Message}");
        var answer = await letter.ResultAsync();
        return answer;
    }

    public static async Task OperateAsync(IHoldfastClient client)
    {
        var letter = client.GetActivityHandle("letter-4713");
        await letter.PauseAsync("the mail server is down"); // no attempt starts; one that runs is told
        await letter.UpdateOptionsAsync(new ActivityOptionsChange { RetryPolicy = new RetryPolicy { MaximumAttempts = 10 } });
        await letter.UnpauseAsync(new ActivityUnpauseOptions { ResetAttempts = true });
    }

    public static async Task<CountActivityExecutionsResponse> ListAsync(IHoldfastClient client)
    {
        await foreach (var running in client.ListActivitiesAsync("ActivityType = 'Send' AND ExecutionStatus = 'Running'"))
        {
            Console.WriteLine($"{running.ActivityId} since {running.ScheduleTime}");
        }

        var byStatus = await client.CountActivitiesAsync("GROUP BY ExecutionStatus");
        return byStatus;
    }
}
