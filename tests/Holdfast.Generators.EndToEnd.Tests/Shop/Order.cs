namespace Holdfast.Generators.EndToEnd.Tests.Shop;

public sealed record Order(string Id, decimal Total);
