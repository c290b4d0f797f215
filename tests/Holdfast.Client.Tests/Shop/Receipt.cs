namespace Holdfast.Client.Tests;

public sealed record Receipt(string Number);
