namespace Holdfast.Agents;

/// <summary>Keys of <see cref="Microsoft.Extensions.AI.ChatOptions.AdditionalProperties"/> that the model providers understand.</summary>
public static class ModelRequestProperties
{
    /// <summary>
    /// A string that names one logical model call: the same for every attempt at it. It is sent as the
    /// <c>Idempotency-Key</c> HTTP header and never in the body. 1 to 255 printable ASCII characters.
    /// </summary>
    public const string IdempotencyKey = "holdfast.idempotencyKey";

    /// <summary>
    /// A boolean: hold the model strictly to the JSON schema. On a tool it concerns that tool's arguments; on
    /// <see cref="Microsoft.Extensions.AI.ChatOptions"/> it concerns the response format and every tool that does not say itself.
    /// </summary>
    public const string Strict = "strict";

    /// <summary>The name under which other libraries pass <see cref="Strict"/>; read when <see cref="Strict"/> is absent.</summary>
    public const string StrictJsonSchema = "strictJsonSchema";

    /// <summary>
    /// Set on a <see cref="Microsoft.Extensions.AI.FunctionCallContent"/> whose arguments the model wrote as invalid JSON: the
    /// arguments as it wrote them, so that they can be shown to it for repair.
    /// </summary>
    public const string RawArguments = "holdfast.rawArguments";
}
