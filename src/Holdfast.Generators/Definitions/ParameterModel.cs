namespace Holdfast.Generators.Definitions;

/// <summary>A parameter of a workflow, handler or activity method.</summary>
/// <param name="Name">Its name, unescaped.</param>
/// <param name="Type">Its type as the signature declares it.</param>
/// <param name="IsCancellationToken">True when it is passed on and not recorded.</param>
/// <param name="Default">Its default value as an expression; null when an argument must be sent.</param>
internal sealed record ParameterModel(string Name, string Type, bool IsCancellationToken, string? Default);
