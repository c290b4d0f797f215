using System.Text;
using Microsoft.AspNetCore.Http;

namespace Holdfast.Agents.Providers.Tests;

/// <summary>What the fake server answers.</summary>
public sealed record Reply(Func<HttpContext, Task> WriteAsync)
{
    public static Reply Json(string body) => Json(200, body);

    public static Reply Json(int status, string body, params (string Name, string Value)[] headers) => new(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        foreach ((string name, string value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(body);
    });

    /// <summary>An OpenAI stream: each chunk an event of its own, then the end mark.</summary>
    public static Reply Chunks(params string[] chunks) => Events([.. chunks.Select(chunk => $"data: {chunk}"), "data: [DONE]"]);

    /// <summary>A stream of events as they are, each flushed on its own.</summary>
    public static Reply Events(params string[] events) => new(async context =>
    {
        context.Response.ContentType = "text/event-stream";
        foreach (string item in events)
        {
            await context.Response.WriteAsync($"{item}\n\n");
            await context.Response.Body.FlushAsync();
        }
    });

    /// <summary>An Anthropic stream: the type of each event is also its name.</summary>
    public static Reply AnthropicEvents(params string[] events) => Events([.. events.Select(data =>
        $"event: {System.Text.Json.JsonElement.Parse(data).GetProperty("type").GetString()}\ndata: {data}")]);

    /// <summary>Sends the events and then nothing, with the connection open, until the client goes away.</summary>
    public static Reply Silence(TaskCompletionSource clientLeft, params string[] events) => new(async context =>
    {
        await using CancellationTokenRegistration whenGone = context.RequestAborted.Register(() => clientLeft.TrySetResult());
        if (events.Length > 0)
        {
            await Events(events).WriteAsync(context);
        }

        await clientLeft.Task;
    });

    /// <summary>Breaks the connection.</summary>
    public static Reply Abort(params string[] events) => new(async context =>
    {
        if (events.Length > 0)
        {
            await Events(events).WriteAsync(context);
        }

        context.Abort();
    });

    /// <summary>Refuses, and repeats every header of the request in the error, as some proxies do.</summary>
    public static Reply HeaderEcho(int status) => new(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        StringBuilder echo = new();
        foreach (KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> header in context.Request.Headers)
        {
            echo.Append(header.Key).Append(": ").Append(header.Value.ToString()).Append("; ");
        }

        string message = System.Text.Json.JsonSerializer.Serialize(echo.ToString());
        await context.Response.WriteAsync($$$"""{"error":{"type":"invalid_request_error","message":{{{message}}}}}""");
    });
}
