namespace Holdfast.Temporal.Tests.Isomorphism.Twins;

/// <summary>Activities of the workflows that have a twin.</summary>
public static class Steps
{
    [Activity]
    public static Task<string> GreetAsync(string name) => Task.FromResult($"Hello, {name}!");

    [Activity]
    public static Task<int> DoubleAsync(int number) => Task.FromResult(number * 2);

    /// <summary>Fails in its first two attempts.</summary>
    [Activity]
    public static Task<int> ThirdTimeAsync()
    {
        var attempt = ActivityContext.Current.Info.Attempt;
        return attempt < 3 ? throw new ApplicationFailureException($"attempt {attempt}", "Flaky") : Task.FromResult(attempt);
    }

    [Activity]
    public static Task<string> RefuseAsync() => throw new ApplicationFailureException("refused", "Refused", nonRetryable: true);
}
