using Holdfast.Protocol;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>Finds the models of this host: those registered as objects, then those of the provider of configured models.</summary>
internal sealed class ModelDirectory(IEnumerable<NamedChatClient> named, IChatClientProvider? configured)
{
    private readonly SortedDictionary<string, IChatClient> _clients = Index(named);

    public IChatClient Get(string modelName)
    {
        if (_clients.TryGetValue(modelName, out var client))
        {
            return client;
        }

        return configured?.GetChatClient(modelName)
            ?? throw new HoldfastException(ErrorCodes.ModelNotConfigured, $"No model named '{modelName}' is configured. Configured are: {(_clients.Count == 0 ? "none" : string.Join(", ", _clients.Keys))}.");
    }

    private static SortedDictionary<string, IChatClient> Index(IEnumerable<NamedChatClient> named)
    {
        var index = new SortedDictionary<string, IChatClient>(StringComparer.OrdinalIgnoreCase);
        foreach (var model in named)
        {
            index[model.ModelName] = model.Client;
        }

        return index;
    }
}
