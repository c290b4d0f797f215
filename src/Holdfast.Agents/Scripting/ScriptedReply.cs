namespace Holdfast.Agents;

/// <summary>What a scripted model answers at one turn.</summary>
public sealed record ScriptedReply
{
    /// <summary>The text. Default: none.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The tool calls. Default: none.</summary>
    public IReadOnlyList<ScriptedToolCall> Calls { get; init; } = [];

    /// <summary>Thrown in place of an answer. Default: nothing.</summary>
    public Exception? Failure { get; init; }

    /// <summary>A text.</summary>
    public static ScriptedReply Say(string text) => new() { Text = text };

    /// <summary>A tool call.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="argumentsJson">The arguments as JSON.</param>
    public static ScriptedReply Call(string tool, string argumentsJson = "{}") => new() { Calls = [new ScriptedToolCall(tool, argumentsJson)] };

    /// <summary>A failure of the model call.</summary>
    public static ScriptedReply Fail(Exception failure) => new() { Failure = failure };

    /// <summary>This reply with one more tool call.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="argumentsJson">The arguments as JSON.</param>
    public ScriptedReply And(string tool, string argumentsJson = "{}") => this with { Calls = [.. Calls, new ScriptedToolCall(tool, argumentsJson)] };
}
