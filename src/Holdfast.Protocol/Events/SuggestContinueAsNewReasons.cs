namespace Holdfast.Protocol;

/// <summary>Why a run should continue as new. More than one may hold.</summary>
[Flags]
public enum SuggestContinueAsNewReasons
{
    /// <summary>It need not.</summary>
    None = 0,

    /// <summary>Its history has too many bytes.</summary>
    HistorySizeTooLarge = 1,

    /// <summary>Its history has too many events.</summary>
    TooManyHistoryEvents = 2,

    /// <summary>It has taken nearly as many updates as a run may.</summary>
    TooManyUpdates = 4,
}
