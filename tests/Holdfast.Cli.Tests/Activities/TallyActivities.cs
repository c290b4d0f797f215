namespace Holdfast.Cli.Tests.Activities;

/// <summary>A job that needs no workflow.</summary>
public sealed class TallyActivities
{
    [Activity]
    public static int Add(int left, int right) => left + right;
}
