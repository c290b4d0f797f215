namespace Holdfast.Fuzzing;

/// <summary>Answers of chat models.</summary>
internal static class ChatSamples
{
    public static readonly byte[][] Responses = HostileWords.Texts(
        """{"id":"r1","object":"chat.completion","created":1700000000,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Hello","reasoning":"because","tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{\"a\":1}"}}]},"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":3,"completion_tokens":5,"total_tokens":8,"prompt_tokens_details":{"cached_tokens":1}},"system_fingerprint":"x"}""",
        """{"id":"r2","choices":[{"message":{"role":"assistant","content":[{"type":"text","text":"a"}],"refusal":"no"},"finish_reason":"stop"}]}""",
        """{"error":{"message":"too many","type":"rate_limit","code":429}}""");

    public static readonly byte[][] Streams = HostileWords.Texts(
        """
        data: {"id":"s1","created":1700000000,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"Hel"}}]}

        data: {"id":"s1","choices":[{"index":0,"delta":{"content":"lo","tool_calls":[{"index":0,"id":"c1","function":{"name":"f","arguments":"{\"a\""}}]}}]}

        data: {"id":"s1","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]},"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":3,"completion_tokens":5}}

        data: [DONE]


        """);

    public static readonly byte[][] Words = HostileWords.Texts(
        "\"choices\":", "\"delta\":", "\"message\":", "\"content\":", "\"tool_calls\":[", "\"index\":", "\"arguments\":", "\"function\":", "\"usage\":", "\"error\":", "\"code\":", "\"finish_reason\":", "\"refusal\":", "\"reasoning\":", "\"created\":", "data: ", "\n\n", "[DONE]", ": comment", "event: x\n", "id: 1\n", "retry: 5\n");
}
