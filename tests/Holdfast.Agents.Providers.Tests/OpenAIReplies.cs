namespace Holdfast.Agents.Providers.Tests;

public static class OpenAIReplies
{
    public const string Hello = """
        {"id":"chatcmpl-1","object":"chat.completion","created":1700000000,"model":"test-model-2025","system_fingerprint":"fp_1","service_tier":"default",
         "choices":[{"index":0,"message":{"role":"assistant","content":"Hello.","refusal":null},"finish_reason":"stop"}],
         "usage":{"prompt_tokens":11,"completion_tokens":7,"total_tokens":18,
                  "prompt_tokens_details":{"cached_tokens":5,"audio_tokens":2},"completion_tokens_details":{"reasoning_tokens":3,"accepted_prediction_tokens":1}}}
        """;

    public static string Message(string message, string finishReason = "\"stop\"") =>
        $$"""{"id":"chatcmpl-1","created":1700000000,"model":"m","choices":[{"index":0,"message":{{message}},"finish_reason":{{finishReason}}}]}""";

    public static string Delta(string delta, string finishReason = "null") =>
        $$"""{"id":"chatcmpl-2","created":1700000001,"model":"m","choices":[{"index":0,"delta":{{delta}},"finish_reason":{{finishReason}}}]}""";
}
