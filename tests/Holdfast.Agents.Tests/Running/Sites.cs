using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Tests;

/// <summary>A surveyor's tools, and what they were called with.</summary>
internal sealed class Sites
{
    public List<string> Calls { get; } = [];

    public List<ToolContext> Contexts { get; } = [];

    /// <summary>How many of the next calls throw.</summary>
    public int FailuresLeft { get; set; }

    public Func<Exception> Failure { get; set; } = () => new InvalidOperationException("the drill broke, password=hunter2");

    public AIFunction Measure => AIFunctionFactory.Create(
        (string site, int depth) => Record($"measure {site} {depth}", $"{site} is {depth} m deep"), "measure", "Measures a site.");

    public AIFunction Blast => AIFunctionFactory.Create(
        (string site, int charges) => Record($"blast {site} {charges}", $"{site} is gone"), "blast", "Blasts a site.");

    private string Record(string call, string result)
    {
        Contexts.Add(ToolContext.Current!);
        if (FailuresLeft > 0)
        {
            FailuresLeft--;
            throw Failure();
        }

        Calls.Add(call);
        return result;
    }
}
