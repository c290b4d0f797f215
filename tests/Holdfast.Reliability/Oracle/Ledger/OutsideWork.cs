using System.Collections.Concurrent;

namespace Holdfast.Reliability;

/// <summary>The world outside: knows the task tokens of attempts that it is to complete.</summary>
public sealed class OutsideWork
{
    private readonly ConcurrentDictionary<string, string> _tokens = new(StringComparer.Ordinal);

    /// <summary>An attempt completes later.</summary>
    public void Note(string activityId, string taskToken) => _tokens[activityId] = taskToken;

    /// <summary>The token of the newest attempt.</summary>
    public string TokenOf(string activityId) => _tokens.GetValueOrDefault(activityId, string.Empty);
}
