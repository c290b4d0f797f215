namespace Holdfast.Storage;

/// <summary>How an attribute is compared with a value.</summary>
public enum FilterComparison
{
    /// <summary>It is the value.</summary>
    Equal = 0,

    /// <summary>It is less.</summary>
    Less = 1,

    /// <summary>It is less, or the value.</summary>
    LessOrEqual = 2,

    /// <summary>It is more.</summary>
    Greater = 3,

    /// <summary>It is more, or the value.</summary>
    GreaterOrEqual = 4,
}
