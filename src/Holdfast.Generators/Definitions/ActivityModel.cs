namespace Holdfast.Generators.Definitions;

/// <summary>An activity to register.</summary>
internal sealed record ActivityModel(ActivityHeader Header, MethodModel Method);
