namespace Holdfast.Hosting.Tests;

internal static class Steps
{
    [Activity]
    public static Task<int> AddOneAsync(int number) => Task.FromResult(number + 1);
}
