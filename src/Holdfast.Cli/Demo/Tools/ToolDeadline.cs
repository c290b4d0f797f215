using Holdfast.Agents;

namespace Holdfast.Cli.Demo.Tools;

/// <summary>Ends a tool call that takes too long, or looks at too many files.</summary>
internal sealed class ToolDeadline(TimeProvider timeProvider, CancellationToken cancellationToken)
{
    private readonly long _begun = timeProvider.GetTimestamp();
    private int _files;

    /// <summary>Counts a file that is about to be looked at.</summary>
    /// <exception cref="ToolException">The call has reached a limit.</exception>
    /// <exception cref="OperationCanceledException">The call was canceled.</exception>
    public void CountFile()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_files > ToolLimits.MaxFiles)
        {
            throw new ToolException($"There are more than {ToolLimits.MaxFiles:N0} files. Look at a smaller part of the folder.");
        }

        if (timeProvider.GetElapsedTime(_begun) > ToolLimits.MaxDuration)
        {
            throw new ToolException($"It took longer than {ToolLimits.MaxDuration.TotalSeconds:N0} s. Look at a smaller part of the folder.");
        }
    }
}
