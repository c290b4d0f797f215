using System.Text.Json;
using System.Text.Json.Serialization;

namespace Holdfast.Cli.Demo.Tools;

/// <summary>JSON of what the tools give.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(FolderListing))]
[JsonSerializable(typeof(FileReading))]
[JsonSerializable(typeof(SearchResult))]
[JsonSerializable(typeof(Measurement))]
[JsonSerializable(typeof(WrittenReport))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(bool))]
internal sealed partial class ToolJson : JsonSerializerContext;
