namespace Holdfast.Testing.Tests;

public sealed record Order(string Id, decimal Amount);
