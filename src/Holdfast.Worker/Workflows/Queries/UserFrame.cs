namespace Holdfast.Worker;

/// <summary>A place in workflow code.</summary>
/// <param name="Name">The method as the user wrote it.</param>
/// <param name="File">The source file; null when it is not known.</param>
/// <param name="Line">The line; 0 when it is not known.</param>
internal readonly record struct UserFrame(string Name, string? File, int Line);
