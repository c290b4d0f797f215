using Holdfast.Agents;
using Holdfast.Cli.Demo.Calls;

namespace Holdfast.Cli.Demo.Running;

/// <summary>Something that a person who watches a survey sees.</summary>
internal abstract record SurveyEvent
{
    private SurveyEvent()
    {
    }

    /// <summary>A call is under way.</summary>
    /// <param name="Call">The call.</param>
    /// <param name="IsAgain">True when it was under way already when an earlier process ended: its result is not known, so it is made again under the same key.</param>
    internal sealed record CallBegan(CallStart Call, bool IsAgain) : SurveyEvent;

    /// <summary>A call was made by this process.</summary>
    internal sealed record CallMade(CallEnd Call) : SurveyEvent;

    /// <summary>A call was made by an earlier process, and its result is remembered.</summary>
    internal sealed record CallRemembered(CallKind Kind, string Title, string Summary) : SurveyEvent;

    /// <summary>The agent waits for a durable timer.</summary>
    internal sealed record RestBegan(TimeSpan Duration) : SurveyEvent;

    /// <summary>The timer fired.</summary>
    internal sealed record RestEnded : SurveyEvent;

    /// <summary>A tool call waits for an approval.</summary>
    internal sealed record ApprovalWanted(ApprovalRequest Request) : SurveyEvent;

    /// <summary>The run is closed.</summary>
    internal sealed record Closed : SurveyEvent;
}
