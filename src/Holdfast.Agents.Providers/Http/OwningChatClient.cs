using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>A chat client that disposes its connections together with itself.</summary>
internal sealed class OwningChatClient(IChatClient inner, IDisposable connections) : DelegatingChatClient(inner)
{
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            connections.Dispose();
        }
    }
}
