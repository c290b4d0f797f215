using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>Gives the chat client of a model by the name it has in the configuration, which is all that a history records of it.</summary>
/// <remarks>Safe for concurrent use. The clients are shared; whoever gets one does not dispose it.</remarks>
public interface IChatClientProvider
{
    /// <summary>The names of the configured models, sorted.</summary>
    IReadOnlyList<string> ModelNames { get; }

    /// <summary>The client of a model.</summary>
    /// <param name="modelName">Its configured name; letter case does not matter, as in all configuration.</param>
    /// <exception cref="Holdfast.Protocol.HoldfastException">HF3404: no model of that name is configured.</exception>
    IChatClient GetChatClient(string modelName);
}
