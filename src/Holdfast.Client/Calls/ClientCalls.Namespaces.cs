using Holdfast.Protocol;

namespace Holdfast;

/// <content>Namespaces.</content>
internal sealed partial class ClientCalls
{
    public Task<T> AskNamespacesAsync<T>(Func<INamespaceService, CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        _retry.RunAsync(token => call(_service.Namespaces, token), cancellationToken);

    public Task<WorkflowRule> CreateRuleAsync(string ruleId, WorkflowRuleOptions options, CancellationToken cancellationToken)
    {
        CreateWorkflowRuleRequest request = new()
        {
            Namespace = Namespace,
            RuleId = ruleId,
            ActivityFilter = options.ActivityFilter,
            RunFilter = options.RunFilter,
            ExpirationTime = options.ExpirationTime,
            Description = options.Description,
            Identity = _identity,
        };
        return AskNamespacesAsync((namespaces, token) => namespaces.CreateWorkflowRuleAsync(request, token), cancellationToken);
    }

    public async Task TellNamespacesAsync(Func<INamespaceService, CancellationToken, Task> call, CancellationToken cancellationToken) =>
        _ = await _retry.RunAsync(
            async token =>
            {
                await call(_service.Namespaces, token);
                return true;
            },
            cancellationToken);
}
