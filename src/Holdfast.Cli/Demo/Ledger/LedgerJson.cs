using System.Text.Json;
using System.Text.Json.Serialization;

namespace Holdfast.Cli.Demo.Ledger;

/// <summary>Ledger lines as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(LedgerEntry))]
internal sealed partial class LedgerJson : JsonSerializerContext;
