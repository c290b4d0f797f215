using System.Net;

namespace Holdfast.Agents.Providers;

/// <summary>Makes the HTTP client of one model.</summary>
internal static class ModelHttpClient
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    public static HttpClient Create(ApiKey? apiKey, TimeProvider timeProvider)
    {
#pragma warning disable CA2000 // The HTTP client disposes its handlers.
        // A redirect would carry the key to a host that nobody configured.
        SocketsHttpHandler sockets = new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = ConnectionLifetime,
        };
        ModelHttpHandler handler = new(apiKey is not null, new SecretRedactor(apiKey), timeProvider, sockets);

        // The guard around the chat client keeps the time, for every provider alike.
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning restore CA2000
    }
}
