namespace Holdfast.Cli.Demo.Running;

/// <summary>What a start of the demonstration found.</summary>
internal enum SurveyBeginning
{
    /// <summary>Nothing was remembered, or a new run was wanted.</summary>
    New = 0,

    /// <summary>A run that had stopped goes on.</summary>
    Resumed = 1,

    /// <summary>The run had ended before.</summary>
    EndedBefore = 2,
}
