namespace Holdfast.Testing.Tests.Intercepting;

/// <summary>Environments with interceptors.</summary>
public abstract class InterceptingTest
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected static Task<WorkflowEnvironment> StartAsync(Action<WorkflowEnvironmentBuilder> configure, params object[] interceptors) => WorkflowEnvironment.StartAsync(
        e =>
        {
            e.AddWorkflow<Errand>().AddWorkflow<ErrandChild>().AddWorkflow<LaterErrand>().AddActivities<ErrandActivities>();
            foreach (var interceptor in interceptors)
            {
                e.Interceptors.Add(interceptor);
            }

            configure(e);
        },
        cancellationToken: Cancellation);

    private protected static Task<WorkflowEnvironment> StartAsync(params object[] interceptors) => StartAsync(static _ => { }, interceptors);
}
