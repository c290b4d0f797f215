using Holdfast.Cli.Demo.Calls;

namespace Holdfast.Cli.Demo.Running;

/// <summary>How many calls this process made, and how many it only remembered.</summary>
internal sealed class SurveyTotals
{
    private readonly int[] _made = new int[2];
    private readonly int[] _remembered = new int[2];

    public int Made(CallKind kind) => _made[(int)kind];

    public int Remembered(CallKind kind) => _remembered[(int)kind];

    public void Take(SurveyEvent happened)
    {
        switch (happened)
        {
            case SurveyEvent.CallMade { Call: { Failure: null } call }:
                _made[(int)call.Start.Kind]++;
                break;
            case SurveyEvent.CallRemembered call:
                _remembered[(int)call.Kind]++;
                break;
        }
    }

    /// <summary>A line for people.</summary>
    public override string ToString() =>
        $"model calls: {Made(CallKind.Model)} made, {Remembered(CallKind.Model)} remembered · tool calls: {Made(CallKind.Tool)} made, {Remembered(CallKind.Tool)} remembered";
}
