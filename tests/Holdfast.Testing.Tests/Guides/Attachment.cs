namespace Holdfast.Testing.Tests;

public sealed record Attachment(string Name, Blob Content);
