namespace Holdfast.Cli;

/// <summary>What the process answers to whoever started it.</summary>
internal static class ExitCode
{
    /// <summary>It did what was asked.</summary>
    public const int Success = 0;

    /// <summary>It failed; for a proof, something was not proved.</summary>
    public const int Failure = 1;

    /// <summary>The command line cannot be understood, or asks for what cannot be.</summary>
    public const int Usage = 2;

    /// <summary>It was interrupted, as by Ctrl-C: 128 and the signal's number, as shells have it.</summary>
    public const int Interrupted = 130;
}
