namespace Holdfast.Protocol;

/// <summary>How the value of a search attribute is kept and compared. Numbers and names are Temporal's; the name stands in the metadata of each payload.</summary>
public enum SearchAttributeType
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>A text of which single words are found.</summary>
    Text = 1,

    /// <summary>A text that is compared as a whole.</summary>
    Keyword = 2,

    /// <summary>A whole number of 64 bits.</summary>
    Int = 3,

    /// <summary>A floating-point number of 64 bits.</summary>
    Double = 4,

    /// <summary>True or false.</summary>
    Bool = 5,

    /// <summary>A point in time.</summary>
    Datetime = 6,

    /// <summary>Several texts, each compared as a whole.</summary>
    KeywordList = 7,
}
