using Holdfast.Generators.Json;
using Holdfast.Generators.Sources;

namespace Holdfast.Generators.Definitions;

/// <summary>An activity to register.</summary>
/// <param name="Header">What its attribute says.</param>
/// <param name="Method">The method.</param>
/// <param name="Json">JSON metadata of the types in its signature.</param>
internal sealed record ActivityModel(ActivityHeader Header, MethodModel Method, EquatableArray<JsonTypeModel> Json);
