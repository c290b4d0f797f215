using System.Text.Json;
using Holdfast.Agents;
using Holdfast.Cli.Demo.Agent;
using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Surveyor;
using Holdfast.Cli.Demo.Tools;
using Microsoft.Extensions.AI;

namespace Holdfast.Cli.Tests.Surveyor;

/// <summary>The scripted surveyor with its tools, without Holdfast between them.</summary>
internal sealed class Conversation(string folder)
{
    private const int MostTurns = 100;

    private readonly ScriptedChatClient _model = new(SurveyScript.Reply);
    private readonly IReadOnlyList<AgentTool> _tools = SurveyTools.Create(new SurveyedFolder(folder), new CallWatch(new CallObservers([]), CallLatency.None, new Random(0), TimeProvider.System), TimeProvider.System);

    public List<ChatMessage> Messages { get; } = [new(ChatRole.User, new SurveyTask("subject", "report.md").ToMessage())];

    public IEnumerable<FunctionCallContent> Calls => Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>();

    public string Answer => Messages[^1].Text;

    /// <summary>Asks the model, at a transcript.</summary>
    public Task<ChatResponse> AskAsync(IEnumerable<ChatMessage> transcript) =>
        _model.GetResponseAsync(transcript, new ChatOptions { Tools = [.. _tools.Select(tool => tool.Function)] });

    /// <summary>Talks until the model answers.</summary>
    /// <param name="result">Gives a call's result; null to make the call.</param>
    public async Task RunAsync(Func<FunctionCallContent, object?>? result = null)
    {
        while (Messages.Count < MostTurns)
        {
            var response = await AskAsync(Messages);
            Messages.AddRange(response.Messages);
            var calls = response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
            if (calls.Count == 0)
            {
                return;
            }

            Messages.Add(new ChatMessage(ChatRole.Tool, [.. await Task.WhenAll(calls.Select(call => MakeAsync(call, result)))]));
        }
    }

    private async Task<AIContent> MakeAsync(FunctionCallContent call, Func<FunctionCallContent, object?>? result)
    {
        var tool = _tools.Single(tool => tool.Name == call.Name);
        return new FunctionResultContent(call.CallId, result?.Invoke(call) ?? await tool.Function.InvokeAsync(new AIFunctionArguments(call.Arguments)));
    }

    /// <summary>What a failed or rejected call gives.</summary>
    public static JsonElement Error(string message) => JsonSerializer.SerializeToElement(new Dictionary<string, string>(StringComparer.Ordinal) { ["error"] = message });
}
