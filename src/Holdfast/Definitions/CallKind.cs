using System.ComponentModel;

namespace Holdfast.Definitions;

/// <summary>What kind of method a captured call names.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum CallKind
{
    /// <summary>A workflow's code.</summary>
    Workflow = 1,

    /// <summary>An activity.</summary>
    Activity = 2,

    /// <summary>A signal handler.</summary>
    Signal = 3,

    /// <summary>A query handler.</summary>
    Query = 4,

    /// <summary>An update handler.</summary>
    Update = 5,
}
