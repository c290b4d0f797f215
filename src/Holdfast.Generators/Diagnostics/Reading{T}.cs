using Holdfast.Generators.Sources;

namespace Holdfast.Generators.Diagnostics;

/// <summary>What was read of a marked symbol: its model, unless something about it is wrong, and the findings.</summary>
/// <param name="Model">Null when the findings leave nothing to generate.</param>
/// <param name="Place">Where the symbol is declared.</param>
/// <param name="Findings">What is wrong.</param>
internal sealed record Reading<T>(T? Model, SourceSpan? Place, EquatableArray<Finding> Findings)
    where T : class, IEquatable<T>;
