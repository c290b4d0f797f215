using System.ClientModel;
using System.ClientModel.Primitives;
using System.IO.Pipelines;
using System.Net;
using Holdfast.Agents.Providers;
using OpenAI;
using OpenAI.Chat;

namespace Holdfast.Fuzzing;

/// <summary>A chat client whose provider always gives the same reply.</summary>
internal sealed class RepliedChat : HttpMessageHandler
{
    private static readonly Uri Endpoint = new("https://model.example/v1");

    private byte[] _body = [];
    private string _contentType = string.Empty;

    public RepliedChat()
    {
        OpenAIClientOptions options = new()
        {
            Endpoint = Endpoint,
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            Transport = new HttpClientPipelineTransport(new HttpClient(this)),
        };
        Client = new OpenAIChatClient(new ChatClient("m", new ApiKeyCredential("k"), options), "m", Endpoint);
    }

    public OpenAIChatClient Client { get; }

    public void Reply(byte[] body, string contentType) => (_body, _contentType) = (body, contentType);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new StreamContent(PipeReader.Create(new MemoryStream(_body)).AsStream()) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", _contentType);
        return Task.FromResult(response);
    }
}
