namespace Holdfast.Testing.Tests;

/// <summary>Keeps what it is told until it is told the end.</summary>
[Workflow]
public sealed class MailboxWorkflow
{
    private readonly List<string> _posts = [];

    public async Task<string> RunAsync()
    {
        await Workflow.WaitConditionAsync(() => _posts.Contains("end"));
        return string.Join(' ', _posts);
    }

    [Signal]
    public void Post(string text) => _posts.Add(text);
}
