using System.Text.Json.Serialization;

namespace Holdfast.Cli.Demo.Calls;

/// <summary>What is called.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CallKind>))]
internal enum CallKind
{
    /// <summary>The model.</summary>
    Model = 0,

    /// <summary>A tool.</summary>
    Tool = 1,
}
