using Holdfast.Generators.Definitions;

namespace Holdfast.Generators.Calls;

/// <summary>What a call names; one interceptor serves all calls with equal targets.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Name">The name.</param>
/// <param name="Method">The method as the call binds it.</param>
/// <param name="IsReduced">True when an extension method is called as if it were an instance method.</param>
/// <param name="Activity">The activity's options; null for anything else.</param>
internal sealed record CallTarget(CallKind Kind, string Name, MethodModel Method, bool IsReduced, ActivityHeader? Activity)
{
    /// <summary>The parameter whose argument is the concurrency key; null when there is none.</summary>
    public string? Key { get; init; }
}
