using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>What an operation gives.</summary>
/// <param name="Text">The answer: a value, or the code of a refusal.</param>
internal readonly record struct Answer(string Text)
{
    private const string CodePrefix = "HF";

    public static readonly Answer Ok = new("ok");

    public bool IsRefusal => Text.StartsWith(CodePrefix, StringComparison.Ordinal);

    public static Answer Value(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    public static Answer Refusal(ErrorCode code) => new(code.ToString());

    /// <summary>A run is named by the time when it was made, in milliseconds since the sequence began: no two runs of a workflow are made at one time.</summary>
    public static Answer Run(TimeSpan made) => new(string.Create(CultureInfo.InvariantCulture, $"run@{made.TotalMilliseconds}"));
}
