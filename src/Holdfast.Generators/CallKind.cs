namespace Holdfast.Generators;

/// <summary>What a recorded call names; the members are those of the SDK's CallKind.</summary>
internal enum CallKind
{
    Workflow,
    Activity,
    Signal,
    Query,
    Update,
}
