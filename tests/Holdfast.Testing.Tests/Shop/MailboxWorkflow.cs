namespace Holdfast.Testing.Tests;

/// <summary>Keeps what it is told until it is told the end.</summary>
[Workflow]
public sealed class MailboxWorkflow
{
    private readonly List<string> posts = [];

    public async Task<string> RunAsync()
    {
        await Workflow.WaitConditionAsync(() => posts.Contains("end"));
        return string.Join(' ', posts);
    }

    [Signal]
    public void Post(string text) => posts.Add(text);
}
