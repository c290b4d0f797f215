namespace Holdfast.Reliability;

/// <summary>The program behind <c>./dev chaos</c>.</summary>
internal static class ChaosCommand
{
    private const int DefaultSeconds = 60;
    private const int MostWrongTold = 20;

    public static async Task<int> RunAsync(string[] args)
    {
        var duration = TimeSpan.FromMinutes(Arguments.Number(args, "--minutes", 0)) + TimeSpan.FromSeconds(Arguments.Number(args, "--seconds", args.Contains("--minutes") ? 0 : DefaultSeconds));
        ChaosFolder folder = new(Directory.CreateTempSubdirectory("holdfast-chaos-").FullName);
        ChaosRun run = new(folder, Arguments.Number(args, "--seed", Environment.ProcessId), TimeProvider.System);
        var verdict = await run.RunAsync(duration);
        Console.WriteLine($"{run}: {verdict}");
        foreach (var wrong in verdict.Wrong.Take(MostWrongTold))
        {
            Console.WriteLine($"  {wrong}");
        }

        if (verdict.Wrong.Count > 0)
        {
            Console.WriteLine($"  everything is kept in {folder.Path}");
            return 1;
        }

        Directory.Delete(folder.Path, recursive: true);
        return 0;
    }
}
