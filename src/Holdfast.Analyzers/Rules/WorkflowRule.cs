using Holdfast.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Rules;

/// <summary>A rule that workflow code keeps. It sees each operation of each body that runs as workflow code, once.</summary>
/// <remarks>Threading: shared by all compilations; keeps no state.</remarks>
internal abstract class WorkflowRule
{
    public abstract void Inspect(IOperation operation, BodyReading reading);
}
