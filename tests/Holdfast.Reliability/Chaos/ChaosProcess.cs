using System.Diagnostics;
using System.Globalization;

namespace Holdfast.Reliability;

/// <summary>A child, and the signals of the operating system that it gets.</summary>
internal sealed class ChaosProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ChaosProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public bool HasExited => _process.HasExited;

    public static ChaosProcess Start(ChaosFolder folder, bool isFinishing)
    {
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, typeof(ChaosProcess).Assembly.GetName().Name!)) { RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (var argument in (string[])[ChaosChild.Verb, folder.Path, .. isFinishing ? new[] { ChaosChild.FinishOption } : []])
        {
            start.ArgumentList.Add(argument);
        }

        return new ChaosProcess(Process.Start(start)!);
    }

    /// <summary>SIGSTOP: it stands still, whatever it is doing.</summary>
    public void Stop() => Signal("STOP");

    /// <summary>SIGCONT: it goes on as if no time had passed.</summary>
    public void Continue() => Signal("CONT");

    /// <summary>SIGKILL: it gets no chance to clean up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>What is wrong; null when it ended well.</returns>
    public async Task<string?> EndAsync(TimeSpan patience)
    {
        using CancellationTokenSource late = new(patience);
        try
        {
            await _process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            return $"stuck: not everything was done within {patience}";
        }

        return _process.ExitCode == 0 ? null : $"the process ended with exit code {_process.ExitCode}: {await _errors}";
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{name} {_process.Id}")]);
        kill.WaitForExit();
    }
}
