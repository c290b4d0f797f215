using System.Text.Json;

namespace Holdfast.Control;

/// <summary>The answer to a <see cref="ControlRequest"/>: a result, or an error.</summary>
public sealed record ControlResponse
{
    /// <summary>The result; undefined when there is an error.</summary>
    public JsonElement Result { get; init; }

    /// <summary>Code of the error ("HF1001"); null when there is none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>What went wrong.</summary>
    public string? ErrorMessage { get; init; }
}
