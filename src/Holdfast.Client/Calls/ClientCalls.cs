using System.Text.Json;
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


    /// <inheritdoc/>
    public override async Task<StartedRun> StartWorkflowAsync(StartWorkflowInput input, CancellationToken cancellationToken)
    {
        input.Validate();
        var request = await StoredAsync(StartRequest(input), cancellationToken);
        return Started(request, await SendStartAsync(service.StartWorkflowExecutionAsync, request, request.WorkflowId, cancellationToken));
    }

    /// <inheritdoc/>
    public override async Task SignalWorkflowAsync(SignalWorkflowInput input, CancellationToken cancellationToken)
    {
        input.Validate();
        var request = new SignalWorkflowExecutionRequest
        {
            Namespace = Namespace,
            Execution = input.Execution,
            SignalName = input.Signal,
            RequestId = input.Options.RequestId ?? NewId(),
            Input = CallArgument.ToPayloads(input.Arguments, ConverterOf(input.Execution.WorkflowId)),
            Header = Encoded(input.Headers, input.Execution),
            Identity = identity,
        };
        sizes.Require(request.Input, static i => $"The input of signal '{i.Signal}' to workflow '{i.Execution.WorkflowId}'", input);
        request = request with { Input = await StoredAsync(request.Input, cancellationToken) };
        await SendAsync(service.SignalWorkflowExecutionAsync, request, input.Execution, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<Payloads> QueryWorkflowAsync(QueryWorkflowInput input, CancellationToken cancellationToken)
    {
        input.Validate();
        var query = new WorkflowQuery(input.Query, CallArgument.ToPayloads(input.Arguments, ConverterOf(input.Execution.WorkflowId)), Encoded(input.Headers, input.Execution));
        querySizes.Require(query.Arguments, static i => $"The arguments of query '{i.Query}' to workflow '{i.Execution.WorkflowId}'", input);
        var request = new QueryWorkflowRequest { Namespace = Namespace, Execution = input.Execution, Query = query, RejectCondition = input.Options.RejectCondition };
        try
        {
            var response = await SendAsync(service.QueryWorkflowAsync, request, input.Execution, cancellationToken);
            return response.Result;
        }
        catch (HoldfastException refusal) when (refusal.Code == ErrorCodes.QueryFailed)
        {
            throw new WorkflowQueryFailedException(input.Execution, input.Query, refusal, ReasonOf(refusal, ConverterOf(input.Execution.WorkflowId)));
        }
        catch (HoldfastException refusal) when (refusal.Code == ErrorCodes.QueryRejected)
        {
            throw new WorkflowQueryRejectedException(input.Execution, input.Query, refusal);
        }
    }

    /// <summary>Asks a run's code what it says of where it is.</summary>
    public async Task<string> CurrentDetailsAsync(WorkflowExecution execution, CancellationToken cancellationToken)
    {
        var answer = await Chain.QueryWorkflowAsync(new QueryWorkflowInput(execution, "__temporal_workflow_metadata", [], new WorkflowQueryOptions()), cancellationToken);
        return ResultValue.Read<JsonElement>(answer, ConverterOf(execution.WorkflowId)).GetProperty("currentDetails").GetString() ?? string.Empty;
    }

    /// <summary>Sends an update until it is accepted (from then on it is durable), and waits for its completion when that is asked for.</summary>
    public override async Task<SentUpdate> StartWorkflowUpdateAsync(UpdateWorkflowInput input, CancellationToken cancellationToken)
    {
        input.Validate();
        var request = UpdateRequest(input);
        request = request with { Update = request.Update with { Input = await StoredAsync(request.Update.Input, cancellationToken) } };
        UpdateWorkflowExecutionResponse response;
        do
        {
            response = await SendAsync(service.UpdateWorkflowExecutionAsync, request, input.Execution, cancellationToken);
        }
        while (response.Stage < UpdateStage.Accepted);

        var updateId = request.Update.UpdateId;
        return response.Stage < input.WaitForStage
            ? new SentUpdate(updateId, await PollUpdateAsync(input.Execution with { RunId = response.RunId }, updateId, cancellationToken))
            : new SentUpdate(updateId, await FetchedAsync(response, cancellationToken));
    }

    /// <summary>Waits until an update is completed.</summary>
    public async Task<UpdateWorkflowExecutionResponse> PollUpdateAsync(WorkflowExecution execution, string updateId, CancellationToken cancellationToken)
    {
        RequestText.Require(updateId, "The update ID");
        var request = new PollWorkflowExecutionUpdateRequest { Namespace = Namespace, Execution = execution, UpdateId = updateId };
        while (true)
        {
            var response = await SendAsync(service.PollWorkflowExecutionUpdateAsync, request, execution, cancellationToken);
            if (response.Stage == UpdateStage.Completed)
            {
                return await FetchedAsync(response, cancellationToken);
            }
        }
    }

    public Task CancelWorkflowAsync(WorkflowExecution execution, RunId firstExecutionRunId, string reason, CancellationToken cancellationToken)
    {
        var request = new RequestCancelWorkflowExecutionRequest
        {
            Namespace = Namespace,
            Execution = execution,
            FirstExecutionRunId = firstExecutionRunId,
            RequestId = NewId(),
            Reason = reason,
            Identity = identity,
        };
        return SendAsync(service.RequestCancelWorkflowExecutionAsync, request, execution, cancellationToken);
    }

    public async Task TerminateWorkflowAsync(WorkflowExecution execution, RunId firstExecutionRunId, string reason, IReadOnlyList<CallArgument> details, CancellationToken cancellationToken)
    {
        var request = new TerminateWorkflowExecutionRequest
        {
            Namespace = Namespace,
            Execution = execution,
            FirstExecutionRunId = firstExecutionRunId,
            Reason = reason,
            Details = CallArgument.ToPayloads(details, ConverterOf(execution.WorkflowId).For(PayloadUse.Failure)),
            Identity = identity,
        };
        sizes.Require(request.Details, static e => $"The details of the termination of workflow '{e.WorkflowId}'", execution);
        request = request with { Details = await StoredAsync(request.Details, cancellationToken) };
        await SendAsync(service.TerminateWorkflowExecutionAsync, request, execution, cancellationToken);
    }

    public Task DeleteWorkflowAsync(WorkflowExecution execution, CancellationToken cancellationToken)
    {
        var request = new DeleteWorkflowExecutionRequest { Namespace = Namespace, Execution = execution, Identity = identity };
        return SendAsync(service.DeleteWorkflowExecutionAsync, request, execution, cancellationToken);
    }

    public Task PauseWorkflowAsync(WorkflowExecution execution, string reason, CancellationToken cancellationToken)
    {
        var request = new PauseWorkflowExecutionRequest { Namespace = Namespace, Execution = execution, RequestId = NewId(), Reason = reason, Identity = identity };
        return SendAsync(service.PauseWorkflowExecutionAsync, request, execution, cancellationToken);
    }

    public Task UnpauseWorkflowAsync(WorkflowExecution execution, string reason, CancellationToken cancellationToken)
    {
        var request = new UnpauseWorkflowExecutionRequest { Namespace = Namespace, Execution = execution, RequestId = NewId(), Reason = reason, Identity = identity };
        return SendAsync(service.UnpauseWorkflowExecutionAsync, request, execution, cancellationToken);
    }

    public async Task<Priority?> UpdatePriorityAsync(WorkflowExecution execution, Priority? priority, PriorityFields fields, CancellationToken cancellationToken)
    {
        UpdateWorkflowExecutionOptionsRequest request = new() { Namespace = Namespace, Execution = execution, Priority = priority, PriorityFields = fields, Identity = identity };
        var response = await SendAsync(service.UpdateWorkflowExecutionOptionsAsync, request, execution, cancellationToken);
        return response.Priority;
    }

    public Task OperateActivitiesAsync(WorkflowExecution execution, ActivitySelector activities, ActivityOperation operation, CancellationToken cancellationToken)
    {
        OperateActivitiesRequest request = new() { Namespace = Namespace, Execution = execution, Activities = activities, Operation = operation, RequestId = NewId(), Identity = identity };
        return SendAsync(service.OperateActivitiesAsync, request, execution, cancellationToken);
    }

    public async Task<RunId> ResetWorkflowAsync(WorkflowExecution execution, WorkflowResetOptions options, CancellationToken cancellationToken)
    {
        var request = new ResetWorkflowExecutionRequest
        {
            Namespace = Namespace,
            Execution = execution,
            RequestId = options.RequestId ?? NewId(),
            Reason = options.Reason,
            Identity = identity,
            Target = options.Target,
            WorkflowTaskFinishEventId = options.WorkflowTaskFinishEventId,
            BuildId = options.BuildId,
            CurrentRunOnly = options.CurrentRunOnly,
            Exclusions = options.Exclusions,
        };
        var response = await SendAsync(service.ResetWorkflowExecutionAsync, request, execution, cancellationToken);
        return response.RunId;
    }

    public async Task<WorkflowExecutionDescription> DescribeWorkflowAsync(WorkflowExecution execution, CancellationToken cancellationToken)
    {
        var description = await SendAsync(service.DescribeWorkflowExecutionAsync, new DescribeWorkflowExecutionRequest(Namespace, execution), execution, cancellationToken);
        var info = Readable(description.Info);
        return ReferenceEquals(info, description.Info) ? description : description with { Info = info };
    }

    public Task<GetWorkflowExecutionHistoryResponse> GetHistoryPageAsync(WorkflowExecution execution, long firstEventId, CancellationToken cancellationToken)
    {
        var request = new GetWorkflowExecutionHistoryRequest { Namespace = Namespace, Execution = execution, FirstEventId = firstEventId };
        return SendAsync(service.GetWorkflowExecutionHistoryAsync, request, execution, cancellationToken);
    }

    /// <summary>Waits for the close event for as long as the engine lets one call wait; the answer has no event when the run is still open then.</summary>
    public async Task<GetWorkflowExecutionHistoryResponse> PollCloseEventAsync(WorkflowExecution execution, CancellationToken cancellationToken)
    {
        var request = new GetWorkflowExecutionHistoryRequest { Namespace = Namespace, Execution = execution, WaitNewEvent = true, CloseEventOnly = true };
        return await FetchedAsync(await SendAsync(service.GetWorkflowExecutionHistoryAsync, request, execution, cancellationToken), cancellationToken);
    }

    public async Task<ListWorkflowExecutionsResponse> ListPageAsync(WorkflowListFilter filter, string? pageToken, CancellationToken cancellationToken)
    {
        var request = new ListWorkflowExecutionsRequest
        {
            Namespace = Namespace,
            Query = filter.Text,
            WorkflowType = filter.WorkflowType,
            WorkflowId = filter.WorkflowId,
            WorkflowIdPrefix = filter.WorkflowIdPrefix,
            Status = filter.Status,
            Archived = filter.Archived,
            PageSize = filter.PageSize,
            PageToken = pageToken,
        };
        var page = await SendAsync(service.ListWorkflowExecutionsAsync, request, default, cancellationToken);
        return dataConverter is CodecDataConverter ? page with { Executions = [.. page.Executions.Select(Readable)] } : page;
    }

    /// <summary>Why a query failed, with the message shown that failures may hide.</summary>
    private static string ReasonOf(HoldfastException refusal, IDataConverter converter)
    {
        try
        {
            return refusal is QueryFailedException failed ? FailureConverter.ToException(failed.Failure, converter).Message : refusal.Message;
        }
        catch (HoldfastException)
        {
            return refusal.Message;
        }
    }

    /// <summary>The run with its memo as it was before the codecs. One that they cannot read stays as it is: a list must not fail for one entry.</summary>
    private WorkflowExecutionInfo Readable(WorkflowExecutionInfo info)
    {
        if (info.Memo.Count == 0 || dataConverter is not CodecDataConverter)
        {
            return info;
        }

        try
        {
            return info with { Memo = ConverterOf(info.Execution.WorkflowId, info.WorkflowType).Decode(info.Memo, PayloadUse.Memo) };
        }
        catch (HoldfastException)
        {
            return info;
        }
    }

    public Task<CountWorkflowExecutionsResponse> CountAsync(string filterText, CancellationToken cancellationToken) =>
        SendAsync(service.CountWorkflowExecutionsAsync, new CountWorkflowExecutionsRequest(Namespace, filterText), default, cancellationToken);

    private StartWorkflowExecutionRequest StartRequest(StartWorkflowInput input)
    {
        var options = input.Options;
        var workflowId = options.Id ?? NewId();
        var converter = ConverterOf(workflowId, input.WorkflowType);
        StartWorkflowExecutionRequest request = new()
        {
            Namespace = Namespace,
            WorkflowId = workflowId,
            WorkflowType = input.WorkflowType,
            TaskQueue = options.TaskQueue,
            RequestId = options.RequestId ?? NewId(),
            Input = CallArgument.ToPayloads(input.Arguments, converter),
            Header = converter.Encode(input.Headers, PayloadUse.Header),
            WorkflowExecutionTimeout = options.ExecutionTimeout,
            WorkflowRunTimeout = options.RunTimeout,
            WorkflowTaskTimeout = options.TaskTimeout,
            WorkflowIdReusePolicy = options.IdReusePolicy,
            WorkflowIdConflictPolicy = options.IdConflictPolicy,
            OnConflict = options.OnConflict,
            RetryPolicy = options.RetryPolicy,
            Priority = options.Priority,
            CronSchedule = options.CronSchedule,
            ConcurrencyKey = options.ConcurrencyKey.Length > 0 ? options.ConcurrencyKey : CallArgument.ConcurrencyKeyOf(input.Arguments),
            StaticSummary = options.StaticSummary,
            StaticDetails = options.StaticDetails,
            StartDelay = options.StartDelay,
            Memo = UntypedArgument.MapOf(options.Memo, converter.For(PayloadUse.Memo)),
            SearchAttributes = options.SearchAttributes.Payloads,
            Identity = identity,
        };
        sizes.Require(request.Input, static r => $"The input of workflow '{r.WorkflowType}' (ID {r.WorkflowId})", request);
        sizes.Require(request.Memo, static r => $"The memo of workflow '{r.WorkflowType}' (ID {r.WorkflowId})", request);
        return request;
    }

    // A run that was not started now and is not a used existing one was started by this very request, sent before: it is the first of its chain.
    private static StartedRun Started(StartWorkflowExecutionRequest request, StartWorkflowExecutionResponse response)
    {
        var isFirst = response.Started || request.WorkflowIdConflictPolicy != WorkflowIdConflictPolicy.UseExisting;
        return new StartedRun(new WorkflowExecution(request.WorkflowId, response.RunId), isFirst ? response.RunId : RunId.None);
    }

    // When the refusal names no run, which one it was about is a courtesy to the caller: if it cannot be had, the error goes out without it.
    private async Task<WorkflowExecution> ExistingAsync(string workflowId, HoldfastException refusal, CancellationToken cancellationToken)
    {
        if (refusal is WorkflowIdInUseException inUse)
        {
            return inUse.Existing;
        }

        var current = new WorkflowExecution(workflowId, RunId.None);
        try
        {
            var description = await service.DescribeWorkflowExecutionAsync(new DescribeWorkflowExecutionRequest(Namespace, current), cancellationToken);
            return description.Info.Execution;
        }
        catch (HoldfastException)
        {
            return current;
        }
    }

    private UpdateWorkflowExecutionRequest UpdateRequest(UpdateWorkflowInput input)
    {
        var arguments = CallArgument.ToPayloads(input.Arguments, ConverterOf(input.Execution.WorkflowId));
        sizes.Require(arguments, static i => $"The input of update '{i.Update}' to workflow '{i.Execution.WorkflowId}'", input);
        return new()
        {
            Namespace = Namespace,
            Execution = input.Execution,
            Update = new UpdateRequest(input.Options.UpdateId ?? NewId(), input.Update, arguments, Encoded(input.Headers, input.Execution), identity),
            WaitStage = input.WaitForStage,
        };
    }

    private PayloadMap Encoded(PayloadMap headers, WorkflowExecution execution) => headers.Count == 0 ? headers : ConverterOf(execution.WorkflowId).Encode(headers, PayloadUse.Header);

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
