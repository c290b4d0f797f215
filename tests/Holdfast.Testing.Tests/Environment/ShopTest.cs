namespace Holdfast.Testing.Tests;

/// <summary>An environment with the shop's workflows and activities.</summary>
public abstract class ShopTest : IAsyncLifetime
{
    protected WorkflowEnvironment Environment { get; private set; } = null!;

    protected PaymentActivities Payments { get; private set; } = null!;

    protected IHoldfastClient Client => Environment.Client;

    protected virtual WorkflowEnvironmentOptions Options => new();

    public async ValueTask InitializeAsync() => Environment = await WorkflowEnvironment.StartAsync(
        e =>
        {
            Payments = new PaymentActivities(e.TimeProvider);
            e.AddAssembly(typeof(OrderWorkflow).Assembly).AddActivities(Payments);
        },
        Options);

    public async ValueTask DisposeAsync()
    {
        await Environment.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
