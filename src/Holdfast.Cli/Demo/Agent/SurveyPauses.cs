namespace Holdfast.Cli.Demo.Agent;

/// <summary>When a survey waits, by durable timers.</summary>
/// <param name="RestEvery">After how many model calls the agent rests.</param>
/// <param name="Rest">How long it rests.</param>
/// <param name="ApprovesItselfAfter">After which time a call that waits for an approval is approved by itself; null means never.</param>
internal sealed record SurveyPauses(int RestEvery, TimeSpan Rest, TimeSpan? ApprovesItselfAfter)
{
    /// <summary>Two seconds after every five model calls; approvals wait for a person.</summary>
    public static readonly SurveyPauses Default = new(5, TimeSpan.FromSeconds(2), null);
}
