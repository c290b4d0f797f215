using Microsoft.Extensions.DependencyInjection;

namespace Holdfast.Reliability;

/// <summary>A process that holds engine, worker and clients, until it is killed.</summary>
internal static class ChaosChild
{
    public const string Verb = "chaos-child";
    public const string FinishOption = "--finish";

    /// <summary>Runs it.</summary>
    /// <param name="args">The folder, and <see cref="FinishOption"/> to start no more than what was begun and to end when all is done.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        _ = Task.Run(ExitWithSupervisorAsync);
        ChaosFolder folder = new(args[0]);
        await using var host = await EmbeddedHost.StartAsync(folder.Data, services => services.AddSingleton(folder.Payments));
        await new ChaosClients(host.Client, folder.Told, isFinishing: args.Contains(FinishOption)).RunAsync();
        return 0;
    }

    /// <summary>Standard input ends with the process that holds its other end.</summary>
    private static async Task ExitWithSupervisorAsync()
    {
        await Console.In.ReadToEndAsync();
        Environment.Exit(Arguments.UsageError);
    }
}
