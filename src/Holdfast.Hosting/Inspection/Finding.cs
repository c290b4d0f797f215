namespace Holdfast.Hosting.Inspection;

/// <summary>What one check of a data folder found.</summary>
/// <param name="Check">The check's name.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Text">What was found, and how to mend it when it is bad.</param>
public sealed record Finding(string Check, FindingLevel Level, string Text);
