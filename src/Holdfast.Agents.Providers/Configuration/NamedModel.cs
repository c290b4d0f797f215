namespace Holdfast.Agents.Providers;

/// <summary>A model and the name it is configured under.</summary>
internal sealed record NamedModel(string ModelName, ModelProviderOptions Options);
