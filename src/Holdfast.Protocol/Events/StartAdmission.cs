namespace Holdfast.Protocol;

/// <summary>Whether limits on starts count a run, and how it is let in. The numbers are part of the binary encoding.</summary>
public enum StartAdmission
{
    /// <summary>No limit counts it.</summary>
    Unlimited = 0,

    /// <summary>Its first workflow task waits for a permit.</summary>
    Waits = 1,

    /// <summary>As <see cref="Waits"/>, after a quiet period; a further start takes its place until it is let in.</summary>
    Debounced = 2,

    /// <summary>It has the permit of the run that it continues.</summary>
    Granted = 3,
}
