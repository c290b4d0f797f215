namespace Holdfast.Protocol;

/// <summary>What to do when an activity is started whose ID has an open run. Numbers are Temporal's.</summary>
public enum ActivityIdConflictPolicy
{
    /// <summary>Refuse the start.</summary>
    Fail = 1,

    /// <summary>Start nothing and give the open run.</summary>
    UseExisting = 2,
}
