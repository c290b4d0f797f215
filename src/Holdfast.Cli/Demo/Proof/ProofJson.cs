using System.Text.Json;
using System.Text.Json.Serialization;

namespace Holdfast.Cli.Demo.Proof;

/// <summary>What the proof writes and reads as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ChildSettings))]
[JsonSerializable(typeof(WaitEntry))]
[JsonSerializable(typeof(ProofSummary))]
internal sealed partial class ProofJson : JsonSerializerContext;
