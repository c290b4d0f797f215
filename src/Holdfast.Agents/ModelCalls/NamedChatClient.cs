using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>A model that was registered as an object.</summary>
internal sealed record NamedChatClient(string ModelName, IChatClient Client);
