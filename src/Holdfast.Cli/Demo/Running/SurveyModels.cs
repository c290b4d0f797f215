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
    private readonly ModelCatalog configured;
    private readonly CallWatch scriptedWatch;
    private readonly CallWatch configuredWatch;
    private readonly ScriptedChatClient scripted = new(SurveyScript.Reply);

    public SurveyModels(ModelCatalog configured, CallWatch scriptedWatch, CallWatch configuredWatch)
    {
        this.configured = configured;
        this.scriptedWatch = scriptedWatch;
        this.configuredWatch = configuredWatch;
        ModelNames = [.. configured.ModelNames.Append(SurveyAgent.ScriptedModel).Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ModelNames { get; }

    /// <inheritdoc/>
    public IChatClient GetChatClient(string modelName) => string.Equals(modelName, SurveyAgent.ScriptedModel, StringComparison.OrdinalIgnoreCase)
        ? new ObservedChatClient(scripted, scriptedWatch)
        : new ObservedChatClient(configured.GetChatClient(modelName), configuredWatch);

    /// <inheritdoc/>
    public void Dispose() => scripted.Dispose();
}
