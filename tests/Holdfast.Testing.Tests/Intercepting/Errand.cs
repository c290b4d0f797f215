namespace Holdfast.Testing.Tests.Intercepting;

/// <summary>Asks for everything that workflow code can ask for, and notes on whose behalf each part ran.</summary>
[Workflow]
public sealed class Errand
{
    private readonly List<string> _seen = [];
    private bool _isReleased;

    public async Task<string> RunAsync(string before)
    {
        Note("run");
        if (before.Length > 0)
        {
            return $"{before} {string.Join(' ', _seen)}";
        }

        Workflow.UpsertMemo(MemoUpdate.Set("errand", "yes"));
        Workflow.UpsertSearchAttributes(SearchAttributeKey.Keyword("Errand").Set("yes"));
        Workflow.Patched("errand-2");
        await Workflow.DelayAsync(TimeSpan.FromHours(1));
        _seen.Add(await Workflow.ExecuteActivityAsync((ErrandActivities a) => a.RunAsync("activity")));
        _seen.Add(await Workflow.ExecuteLocalActivityAsync((ErrandActivities a) => a.RunAsync("local")));
        var child = await Workflow.StartChildWorkflowAsync((ErrandChild c) => c.RunAsync(), new ChildWorkflowOptions { WorkflowId = $"{Workflow.Info.WorkflowId}-child" });
        await child.SignalAsync((ErrandChild c) => c.Go());
        _seen.Add(await child.GetResultAsync());
        var other = await Workflow.StartChildWorkflowAsync((ErrandChild c) => c.RunAsync(), new ChildWorkflowOptions { ParentClosePolicy = Protocol.ParentClosePolicy.Abandon });
        await Workflow.GetExternalWorkflowHandle(other.WorkflowId).CancelAsync("not needed");
        await Workflow.WaitConditionAsync(() => _isReleased);
        throw Workflow.ContinueAsNew((Errand w) => w.RunAsync(string.Join(' ', _seen)));
    }

    [Signal]
    public void Release()
    {
        Note("signal");
        _isReleased = true;
    }

    [Update(Validator = nameof(CheckName))]
    public async Task<string> NameAsync(string name)
    {
        Note("update");
        await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
        return name;
    }

    public void CheckName(string name)
    {
        if (name.Length == 0 || Tenant.Current == "refused")
        {
            throw new ApplicationFailureException("no name");
        }
    }

    [Query]
    public string State(string question) => $"{question}:{Tenant.Current}";

    private void Note(string part) => _seen.Add($"{part}:{Tenant.Current}");
}
