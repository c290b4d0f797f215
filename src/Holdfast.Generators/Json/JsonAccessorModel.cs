namespace Holdfast.Generators.Json;

/// <summary>Signature of an unsafe accessor of a property's setter.</summary>
/// <param name="Self">The declaring type, with its own type parameters when it is generic.</param>
/// <param name="Value">The property's type in the same terms.</param>
/// <param name="TypeParameters">The type parameters, such as &lt;T&gt;; empty when there are none.</param>
/// <param name="TypeArguments">What stands for them.</param>
internal sealed record JsonAccessorModel(string Self, string Value, string TypeParameters, string TypeArguments);
