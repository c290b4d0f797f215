namespace Holdfast.Generators.Definitions;

/// <summary>What a method's return type asks of its caller.</summary>
internal enum ReturnKind
{
    Void,
    Value,
    Task,
    TaskOfResult,
    ValueTask,
    ValueTaskOfResult,
}
