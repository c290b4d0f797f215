using System.Runtime.CompilerServices;
using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>The engine as callers reach it, over a network that may fail them.</summary>
/// <param name="world">The world.</param>
/// <param name="folder">The folder that everything is asked of; null: that of the workflow.</param>
/// <param name="node">The node of the caller; null: that of a client, or of a worker of the process.</param>
/// <param name="home">The process that the caller lives and dies with; null: the caller is a client, and reaches whichever process has the folder of what it asks about, or none.</param>
internal sealed partial class WorldService(World world, WorldProcess? home = null, WorldFolder? folder = null, string? node = null) : IWorkflowService
{
    public INamespaceService Namespaces => throw new NotSupportedException("no program registers namespaces");

    public Task<StartWorkflowExecutionResponse> StartWorkflowExecutionAsync(StartWorkflowExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => s.StartWorkflowExecutionAsync(request, CancellationToken.None));

    public Task<StartWorkflowExecutionResponse> SignalWithStartWorkflowExecutionAsync(SignalWithStartWorkflowExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => s.SignalWithStartWorkflowExecutionAsync(request, CancellationToken.None));

    public Task<UpdateWithStartWorkflowExecutionResponse> UpdateWithStartWorkflowExecutionAsync(UpdateWithStartWorkflowExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => s.UpdateWithStartWorkflowExecutionAsync(request, CancellationToken.None));

    public Task SignalWorkflowExecutionAsync(SignalWorkflowExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => Answered(s.SignalWorkflowExecutionAsync(request, CancellationToken.None)));

    public Task RequestCancelWorkflowExecutionAsync(RequestCancelWorkflowExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => Answered(s.RequestCancelWorkflowExecutionAsync(request, CancellationToken.None)));

    public Task TerminateWorkflowExecutionAsync(TerminateWorkflowExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => Answered(s.TerminateWorkflowExecutionAsync(request, CancellationToken.None)));

    public Task DeleteWorkflowExecutionAsync(DeleteWorkflowExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => Answered(s.DeleteWorkflowExecutionAsync(request, CancellationToken.None)));

    public Task PauseWorkflowExecutionAsync(PauseWorkflowExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => Answered(s.PauseWorkflowExecutionAsync(request, CancellationToken.None)));

    public Task UnpauseWorkflowExecutionAsync(UnpauseWorkflowExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => Answered(s.UnpauseWorkflowExecutionAsync(request, CancellationToken.None)));

    public Task<UpdateWorkflowExecutionOptionsResponse> UpdateWorkflowExecutionOptionsAsync(UpdateWorkflowExecutionOptionsRequest request, CancellationToken cancellationToken) => Call(request, s => s.UpdateWorkflowExecutionOptionsAsync(request, CancellationToken.None));

    public Task OperateActivitiesAsync(OperateActivitiesRequest request, CancellationToken cancellationToken) => Call(request, s => Answered(s.OperateActivitiesAsync(request, CancellationToken.None)));

    public Task<ResetWorkflowExecutionResponse> ResetWorkflowExecutionAsync(ResetWorkflowExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => s.ResetWorkflowExecutionAsync(request, CancellationToken.None));

    public Task<QueryWorkflowResponse> QueryWorkflowAsync(QueryWorkflowRequest request, CancellationToken cancellationToken) => Call(request, s => s.QueryWorkflowAsync(request, CancellationToken.None));

    public Task<UpdateWorkflowExecutionResponse> UpdateWorkflowExecutionAsync(UpdateWorkflowExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => s.UpdateWorkflowExecutionAsync(request, CancellationToken.None));

    public Task<UpdateWorkflowExecutionResponse> PollWorkflowExecutionUpdateAsync(PollWorkflowExecutionUpdateRequest request, CancellationToken cancellationToken) => Call(request, s => s.PollWorkflowExecutionUpdateAsync(request, CancellationToken.None));

    public Task<WorkflowExecutionDescription> DescribeWorkflowExecutionAsync(DescribeWorkflowExecutionRequest request, CancellationToken cancellationToken) => Call(request, s => s.DescribeWorkflowExecutionAsync(request, CancellationToken.None));

    public Task<GetWorkflowExecutionHistoryResponse> GetWorkflowExecutionHistoryAsync(GetWorkflowExecutionHistoryRequest request, CancellationToken cancellationToken) => Call(request, s => s.GetWorkflowExecutionHistoryAsync(request, CancellationToken.None));

    public Task<ListWorkflowExecutionsResponse> ListWorkflowExecutionsAsync(ListWorkflowExecutionsRequest request, CancellationToken cancellationToken) => Call(request, s => s.ListWorkflowExecutionsAsync(request, CancellationToken.None));

    public Task<TaskQueueDescription> DescribeTaskQueueAsync(DescribeTaskQueueRequest request, CancellationToken cancellationToken) => Call(request, s => s.DescribeTaskQueueAsync(request, CancellationToken.None));

    public Task UpdateTaskQueueConfigAsync(UpdateTaskQueueConfigRequest request, CancellationToken cancellationToken) => Call(request, s => Answered(s.UpdateTaskQueueConfigAsync(request, CancellationToken.None)));

    public Task<CountWorkflowExecutionsResponse> CountWorkflowExecutionsAsync(CountWorkflowExecutionsRequest request, CancellationToken cancellationToken) => Call(request, s => s.CountWorkflowExecutionsAsync(request, CancellationToken.None));

    public Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatAsync(RecordActivityTaskHeartbeatRequest request, CancellationToken cancellationToken) => Call(request, s => s.RecordActivityTaskHeartbeatAsync(request, CancellationToken.None));

    public Task RespondActivityTaskAsync(RespondActivityTaskRequest request, CancellationToken cancellationToken) => Call(request, s => Answered(s.RespondActivityTaskAsync(request, CancellationToken.None)));

    public Task<RecordActivityTaskHeartbeatResponse> RecordActivityTaskHeartbeatByIdAsync(RecordActivityTaskHeartbeatByIdRequest request, CancellationToken cancellationToken) => Call(request, s => s.RecordActivityTaskHeartbeatByIdAsync(request, CancellationToken.None));

    public Task RespondActivityTaskByIdAsync(RespondActivityTaskByIdRequest request, CancellationToken cancellationToken) => Call(request, s => Answered(s.RespondActivityTaskByIdAsync(request, CancellationToken.None)));

    private Task<T> Call<T>(object request, Func<IWorkflowService, Task<T>> operation, [CallerMemberName] string name = "")
    {
        var answer = Send(request, operation, name);
        return world.Trace.IsWritten ? TellAsync(name, answer) : answer;
    }

    private async Task<T> TellAsync<T>(string name, Task<T> answer)
    {
        var caller = node ?? (home is null ? "client" : "worker");
        world.Trace.Write($"    {caller} calls {name}");
        try
        {
            var value = await answer;
            world.Trace.Write($"    {caller} is answered {name}: {value}");
            return value;
        }
        catch (Exception exception)
        {
            world.Trace.Write($"    {caller} is refused {name}: {exception.Message}");
            throw;
        }
    }

    private Task<T> Send<T>(object request, Func<IWorkflowService, Task<T>> operation, string name)
    {
        var target = home?.Folder ?? folder ?? world.FolderOf(RequestAddress.WorkflowIdOf(request));
        var host = home?.Host ?? world.AddressOf(target);
        return world.Network.CallAsync(node ?? (home is null ? world.NextClientNode() : $"{host.Name} {home.Folder.Name} worker"), host.Name, name, async () =>
        {
            var answer = await host.Call(target, operation);
            world.Answers.Note(request, answer);
            world.Reports.Note(request);
            return answer;
        });
    }

    private static async Task<bool> Answered(Task answer)
    {
        await answer;
        return true;
    }
}
