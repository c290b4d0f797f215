using Holdfast.Agents;
using Holdfast.Agents.Providers;
using Holdfast.Cli.Demo.Agent;
using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Surveyor;
using Microsoft.Extensions.AI;

namespace Holdfast.Cli.Demo.Running;

/// <summary>The scripted model and the configured ones, all watched.</summary>
internal sealed class SurveyModels : IChatClientProvider, IDisposable
{
    private readonly ModelCatalog _configured;
    private readonly CallWatch _scriptedWatch;
    private readonly CallWatch _configuredWatch;
    private readonly ScriptedChatClient _scripted = new(SurveyScript.Reply);

    public SurveyModels(ModelCatalog configured, CallWatch scriptedWatch, CallWatch configuredWatch)
    {
        _configured = configured;
        _scriptedWatch = scriptedWatch;
        _configuredWatch = configuredWatch;
        ModelNames = [.. configured.ModelNames.Append(SurveyAgent.ScriptedModel).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ModelNames { get; }

    /// <inheritdoc/>
    public IChatClient GetChatClient(string modelName) => string.Equals(modelName, SurveyAgent.ScriptedModel, StringComparison.OrdinalIgnoreCase)
        ? new ObservedChatClient(_scripted, _scriptedWatch)
        : new ObservedChatClient(_configured.GetChatClient(modelName), _configuredWatch);

    /// <inheritdoc/>
    public void Dispose() => _scripted.Dispose();
}
