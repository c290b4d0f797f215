using Holdfast.Agents.Providers;

namespace Holdfast.Fuzzing;

/// <summary>What providers answer when they refuse: bodies and headers. Whatever they say, there is an error to tell.</summary>
internal sealed class ProviderErrorTarget() : FuzzTarget("provider-errors")
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public override IReadOnlyList<byte[]> Samples { get; } = HostileWords.Texts(
        """{"error":{"message":"too many","type":"rate_limit","code":429}}""", """{"detail":"no"}""", """{"error":"no"}""", "12.5", "Fri, 02 Jan 2026 03:04:10 GMT", "true");

    public override IReadOnlyList<byte[]> Words { get; } = HostileWords.Texts("\"error\":", "\"message\":", "\"detail\":", "\"code\":", "\"type\":");

    public override void Read(byte[] input)
    {
        var text = System.Text.Encoding.UTF8.GetString(input);
        Require(ProviderError.Parse(text).Message is not null, "an error has a message");
        var advice = RetryAdvice.Read(_ => text, Now);
        Require(advice.Delay is not { } delay || delay >= TimeSpan.Zero, "a delay is not negative");
    }
}
