namespace Holdfast.Testing.Tests.Intercepting;

[Workflow]
public sealed class ErrandChild
{
    private string? gone;

    public async Task<string> RunAsync()
    {
        await Workflow.WaitConditionAsync(() => gone is not null);
        return $"child:{Tenant.Current} {gone}";
    }

    [Signal]
    public void Go() => gone = $"go:{Tenant.Current}";
}
