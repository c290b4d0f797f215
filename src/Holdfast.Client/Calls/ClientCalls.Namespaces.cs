using Holdfast.Protocol;

namespace Holdfast;

/// <content>Namespaces.</content>
internal sealed partial class ClientCalls
{
    public Task<T> AskNamespacesAsync<T>(Func<INamespaceService, CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        retry.RunAsync(token => call(service.Namespaces, token), cancellationToken);

    public async Task TellNamespacesAsync(Func<INamespaceService, CancellationToken, Task> call, CancellationToken cancellationToken) =>
        _ = await retry.RunAsync(
            async token =>
            {
                await call(service.Namespaces, token);
                return true;
            },
            cancellationToken);
}
