namespace Holdfast.Testing.Tests.Intercepting;

[Workflow]
public sealed class ErrandChild
{
    private string? _gone;

    public async Task<string> RunAsync()
    {
        await Workflow.WaitConditionAsync(() => _gone is not null);
        return $"child:{Tenant.Current} {_gone}";
    }

    [Signal]
    public void Go() => _gone = $"go:{Tenant.Current}";
}
