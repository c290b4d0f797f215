namespace Holdfast.Protocol;

/// <summary>How severe an application failure is for logs and metrics.</summary>
public enum FailureCategory
{
    /// <summary>An ordinary failure.</summary>
    Unspecified = 0,

    /// <summary>An expected failure: logged at debug level, not counted as an error.</summary>
    Benign = 1,
}
