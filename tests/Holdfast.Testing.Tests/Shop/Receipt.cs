namespace Holdfast.Testing.Tests;

public sealed record Receipt(string Key, decimal Amount);
