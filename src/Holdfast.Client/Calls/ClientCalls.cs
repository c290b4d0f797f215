using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast;

/// <summary>Everything that clients and handles ask of the engine, in the caller's terms: builds requests, sends them (again, where that helps), and translates refusals.</summary>
/// <remarks>The one way from clients and handles to the engine, so that what is to happen around every call has one place to be.</remarks>
internal sealed partial class ClientCalls
{
    private readonly IWorkflowService service;
    private readonly CallRetry retry;
    private readonly Func<Guid> guidSource;
    private readonly string identity;
    private readonly IDataConverter dataConverter;
    private readonly PayloadSizeCheck sizes;
    private readonly PayloadSizeCheck querySizes;
    private readonly ExternalPayloads? external;

    public ClientCalls(IWorkflowService service, HoldfastClientOptions options)
    {
        options.Validate();
        this.service = service;
        Namespace = options.Namespace;
        dataConverter = options.DataConverter;
        external = ExternalPayloads.Of(options.BlobStore, options.ExternalPayloads);
        sizes = new PayloadSizeCheck(options.PayloadLimits, options.LoggerFactory.CreateLogger<HoldfastClient>(), external);
        querySizes = new PayloadSizeCheck(options.PayloadLimits, options.LoggerFactory.CreateLogger<HoldfastClient>());
        identity = options.Identity;
        guidSource = options.GuidSource;
        retry = new CallRetry(options.TimeProvider, options.RetryTimeLimit, guidSource);
        interceptors = [.. options.Interceptors];
        chain = InterceptorChain.Around<IClientInterceptor, ClientOutboundInterceptor>(interceptors, this, static (i, next) => i.InterceptClient(next));
    }

    public string Namespace { get; }

    /// <summary>Converts the payloads of one workflow.</summary>
    public IDataConverter ConverterOf(string workflowId, string workflowType = "") => dataConverter.ForWorkflow(Namespace, workflowId, workflowType);

    private string NewId() => guidSource().ToString("D");

    private async Task SendAsync<TRequest>(Func<TRequest, CancellationToken, Task> operation, TRequest request, WorkflowExecution execution, CancellationToken cancellationToken) =>
        _ = await SendAsync(
            async (sent, token) =>
            {
                await operation(sent, token);
                return true;
            },
            request,
            execution,
            cancellationToken);

    private async Task<TResponse> SendAsync<TRequest, TResponse>(Func<TRequest, CancellationToken, Task<TResponse>> operation, TRequest request, WorkflowExecution execution, CancellationToken cancellationToken)
    {
        try
        {
            return await retry.RunAsync(token => operation(request, token), cancellationToken);
        }
        catch (HoldfastException refusal) when (refusal.Code == ErrorCodes.NotFound)
        {
            throw new WorkflowNotFoundException(Namespace, execution, refusal);
        }
        catch (HoldfastException refusal) when (refusal.Code == ErrorCodes.RunClosed)
        {
            throw new WorkflowClosedException(execution, refusal);
        }
        catch (HoldfastException refusal) when (refusal.Code == ErrorCodes.RunPaused)
        {
            throw new WorkflowPausedException(execution, refusal);
        }
    }
}
