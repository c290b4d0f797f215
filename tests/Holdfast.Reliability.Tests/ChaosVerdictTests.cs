namespace Holdfast.Reliability.Tests;

public sealed class ChaosVerdictTests : IDisposable
{
    private const int Index = 1;
    private const int Missing = 1;
    private readonly ChaosFolder _folder = new(Directory.CreateTempSubdirectory("holdfast-chaos-").FullName);

    public ChaosVerdictTests()
    {
        _folder.Told.Append($"start {Index}");
        _folder.Told.Append($"done {Index} {PaymentPlan.ResultOf(Index)}");
        _folder.Payments.Append($"{Index} 0 key-0");
        foreach (var step in PaymentPlan.EffectsOf(Index).Where(step => step != Missing))
        {
            _folder.Payments.Append(FormattableString.Invariant($"{Index} {step} key-{step}"));
        }
    }

    [Fact]
    public void A_payment_that_is_missing_is_found() => Assert.Contains("lost", Assert.Single(Wrong()), StringComparison.Ordinal);

    [Fact]
    public void Attempts_under_one_key_are_one_payment()
    {
        _folder.Payments.Append($"{Index} {Missing} key-1");
        Assert.Empty(Wrong());
    }

    [Fact]
    public void A_payment_under_two_keys_is_found()
    {
        _folder.Payments.Append($"{Index} {Missing} key-1");
        _folder.Payments.Append($"{Index} {Missing} key-2");
        Assert.Contains("2 keys", Assert.Single(Wrong()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_that_was_acknowledged_and_is_not_done_is_found()
    {
        _folder.Payments.Append($"{Index} {Missing} key-1");
        _folder.Told.Append("start 7");
        Assert.Contains("not done", Assert.Single(Wrong()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_result_is_found()
    {
        _folder.Payments.Append($"{Index} {Missing} key-1");
        _folder.Told.Append($"done {Index} 5");
        Assert.Contains("gave 5", Assert.Single(Wrong()), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder.Path, recursive: true);

    private IReadOnlyList<string> Wrong() => ChaosVerdict.Of(_folder, []).Wrong;
}
