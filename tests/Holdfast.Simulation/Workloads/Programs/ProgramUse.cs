namespace Holdfast.Simulation;

/// <summary>What will be done to a program's runs, and what it must therefore leave out for its outcome to be known.</summary>
internal enum ProgramUse
{
    /// <summary>Nothing.</summary>
    Undisturbed,

    /// <summary>They are paused: nobody could answer updates.</summary>
    Paused,

    /// <summary>They are reset: what came to a child that is started again is not sent again, and names that came to one run are not told the next.</summary>
    Reset,

    /// <summary>They are deleted: what is sent to them finds nobody.</summary>
    Deleted,
}
