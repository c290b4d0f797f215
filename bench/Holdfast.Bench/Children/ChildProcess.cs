using System.Diagnostics;
using System.Text.Json;

namespace Holdfast.Bench;

/// <summary>This program as a process of its own: to be killed, or to be measured from its first instant.</summary>
internal sealed class ChildProcess : IDisposable
{
    private const string AnswerPrefix = "answer: ";
    private static readonly TimeSpan ExitLimit = TimeSpan.FromSeconds(10);
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    /// <summary>Starts a child; <paramref name="args"/> name what it does.</summary>
    public static ChildProcess Start(params IEnumerable<string> args) => new(Process.Start(StartOf(args))!);

    /// <summary>As <see cref="Start"/>, with the collector that a host has which asks for none: it gives memory back that the server collector would keep for speed. Code that has just been compiled is not profiled, as in <see cref="StartWithoutProfiling"/>: many timers that are due together run code that has hardly run before.</summary>
    public static ChildProcess StartWithDefaultCollector(params IEnumerable<string> args)
    {
        var start = StartOf(args);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>As <see cref="Start"/>, set up as the guide tells hosts that must be back fast: code that has just been compiled is not profiled.</summary>
    public static ChildProcess StartWithoutProfiling(params IEnumerable<string> args)
    {
        var start = StartOf(args);
        start.Environment["DOTNET_TieredPGO"] = "0";
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Called by the child: hands its parent an answer.</summary>
    public static void Answer<T>(T answer) => Console.WriteLine(AnswerPrefix + JsonSerializer.Serialize(answer));

    /// <summary>The child's next answer; what else it prints is passed on.</summary>
    /// <exception cref="InvalidOperationException">It ended without one.</exception>
    public async Task<T> ReadAnswerAsync<T>()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(AnswerPrefix, StringComparison.Ordinal))
            {
                return JsonSerializer.Deserialize<T>(line[AnswerPrefix.Length..])!;
            }

            Console.WriteLine(line);
        }

        throw new InvalidOperationException("The benchmark is broken: a child process ended without an answer.");
    }

    /// <summary>kill -9, and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        using CancellationTokenSource limit = new(ExitLimit);
        await _process.WaitForExitAsync(limit.Token);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo StartOf(IEnumerable<string> args) =>
        new(Environment.ProcessPath!, ["child", .. args]) { RedirectStandardOutput = true, UseShellExecute = false };
}
