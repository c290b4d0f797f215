namespace Holdfast.Testing.Tests.ClientGuide;

/// <summary>People who are asked, and who answer when they please.</summary>
public sealed class Desk
{
    private readonly List<(string Question, string TaskToken)> _asked = [];

    public IReadOnlyList<(string Question, string TaskToken)> Asked => _asked;

    public void Ask(string question, string taskToken) => _asked.Add((question, taskToken));
}
