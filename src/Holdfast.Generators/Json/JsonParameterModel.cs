namespace Holdfast.Generators.Json;

/// <summary>A constructor parameter.</summary>
internal sealed record JsonParameterModel(string Name, string Type, string? Default);
