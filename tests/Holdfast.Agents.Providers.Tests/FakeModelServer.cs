using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Holdfast.Agents.Providers.Tests;

/// <summary>A model's server on the loopback interface: records each request and answers with the next scripted reply.</summary>
public sealed class FakeModelServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly ConcurrentQueue<Reply> _replies = new();
    private readonly WebApplication _application;

    private FakeModelServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    public string Url => _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public RecordedRequest Request => Assert.Single(_requests);

    public static async Task<FakeModelServer> StartAsync(params Reply[] replies)
    {
        FakeModelServer server = new();
        foreach (Reply reply in replies)
        {
            server._replies.Enqueue(reply);
        }

        await server._application.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        string body = await reader.ReadToEndAsync();
        Dictionary<string, string> headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _requests.Enqueue(new RecordedRequest(context.Request.Path, headers, body));
        Reply reply = _replies.TryDequeue(out Reply? next) ? next : Reply.Json(500, """{"error":{"message":"no reply scripted"}}""");
        await reply.WriteAsync(context);
    }
}
