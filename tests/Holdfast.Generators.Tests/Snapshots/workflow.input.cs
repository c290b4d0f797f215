[Workflow(Name = "approval")]
public class Approval
{
    public Task<bool> RunAsync(string subject, int days = 7) => Task.FromResult(days > 0);

    [Signal]
    public void Approve(string by) { }

    [Query]
    public string? ApprovedBy() => null;

    [Update(Validator = nameof(Check))]
    public Task<int> ExtendAsync(int days) => Task.FromResult(days);

    public void Check(int days) { }
}

public static class Caller
{
    public static Task<bool> Call(Approval approval) => approval.RunAsync("x");
}
