namespace Holdfast.Agents.Providers;

/// <summary>How messages name a model: by the name it has in the configuration, never by its URL.</summary>
internal sealed record ModelIdentity(string ModelName, string ProviderName)
{
    public override string ToString() => $"Model '{ModelName}' ({ProviderName})";
}
