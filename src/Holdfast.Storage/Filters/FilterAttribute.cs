using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>An attribute that a filter names.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type. Values of Int, Bool (1, 0) and Datetime (UTC ticks) are long, those of Double double, all others string.</param>
public sealed record FilterAttribute(string Name, SearchAttributeType Type)
{
    /// <summary>True for what the engine knows of each run; false for what is kept among the run's own attributes.</summary>
    public bool IsOfRuns => SystemSearchAttributes.OfRuns.ContainsKey(Name);
}
