using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>What the configuration says about every call to one model.</summary>
internal sealed record ModelCallDefaults(TimeSpan Timeout, int? MaxOutputTokens)
{
    public ChatOptions? Apply(ChatOptions? options)
    {
        if (MaxOutputTokens is null || options?.MaxOutputTokens is not null)
        {
            return options;
        }

        ChatOptions applied = options?.Clone() ?? new ChatOptions();
        applied.MaxOutputTokens = MaxOutputTokens;
        return applied;
    }
}
