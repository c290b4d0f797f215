using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Hand the attempt to the worker whose slot was offered.</summary>
public sealed record DispatchActivity(ActivityTask Task) : Effect;
