namespace Holdfast.Protocol;

/// <summary>How a run that is to be replaced is made to go.</summary>
public enum ReplacedRunAction
{
    /// <summary>It is terminated at once; its code learns nothing of it.</summary>
    Terminate = 0,

    /// <summary>It is asked to cancel; the new run waits until it has closed. Asked once.</summary>
    RequestCancel = 1,
}
