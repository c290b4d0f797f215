using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast;

/// <summary>Everything that clients and handles ask of the engine, in the caller's terms: builds requests, sends them (again, where that helps), and translates refusals.</summary>
/// <remarks>The one way from clients and handles to the engine, so that what is to happen around every call has one place to be.</remarks>
internal sealed partial class ClientCalls
{
    private readonly IWorkflowService _service;
    private readonly CallRetry _retry;
    private readonly Func<Guid> _guidSource;
    private readonly string _identity;
    private readonly IDataConverter _dataConverter;
    private readonly PayloadSizeCheck _sizes;
    private readonly PayloadSizeCheck _querySizes;
    private readonly ExternalPayloads? _external;

    public ClientCalls(IWorkflowService service, HoldfastClientOptions options)
    {
        options.Validate();
        _service = service;
        Namespace = options.Namespace;
        _dataConverter = options.DataConverter;
        _external = ExternalPayloads.Of(options.BlobStore, options.ExternalPayloads);
        _sizes = new PayloadSizeCheck(options.PayloadLimits, options.LoggerFactory.CreateLogger<HoldfastClient>(), _external);
        _querySizes = new PayloadSizeCheck(options.PayloadLimits, options.LoggerFactory.CreateLogger<HoldfastClient>());
        _identity = options.Identity;
        _guidSource = options.GuidSource;
        _retry = new CallRetry(options.TimeProvider, options.RetryTimeLimit, _guidSource);
        _interceptors = [.. options.Interceptors];
        _chain = InterceptorChain.Around<IClientInterceptor, ClientOutboundInterceptor>(_interceptors, this, static (i, next) => i.InterceptClient(next));
    }

    public string Namespace { get; }

    /// <summary>Converts the payloads of one workflow.</summary>
    public IDataConverter ConverterOf(string workflowId, string workflowType = "") => _dataConverter.ForWorkflow(Namespace, workflowId, workflowType);

    private string NewId() => _guidSource().ToString("D");

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
            return await _retry.RunAsync(token => operation(request, token), cancellationToken);
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
