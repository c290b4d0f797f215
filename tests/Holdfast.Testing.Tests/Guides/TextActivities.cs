namespace Holdfast.Testing.Tests;

public static class TextActivities
{
    [Activity]
    public static ValueTask<int> MeasureAsync(string text) => ValueTask.FromResult(text.Length);
}
