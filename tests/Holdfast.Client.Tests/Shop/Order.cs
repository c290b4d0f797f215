namespace Holdfast.Client.Tests;

public sealed record Order(string Sku, int Quantity);
