using System.CommandLine;
using System.Globalization;
using Holdfast.Cli.Demo.Agent;
using Holdfast.Cli.Demo.Proof;
using Spectre.Console;

namespace Holdfast.Cli.Demo;

/// <summary><c>holdfast demo</c>.</summary>
internal static class DemoVerb
{
    /// <summary>The hidden option by which the proof starts its children.</summary>
    public const string ChildOption = "--child";

    private const int DefaultKills = 50;
    private const int MaxKills = 10_000;

    // Lines are not to be broken where nobody looks at a screen.
    private const int WidthWithoutTerminal = 1_000;

    private static readonly Option<string> Folder = new("--folder") { Description = "The folder to survey.", DefaultValueFactory = static _ => Environment.CurrentDirectory };
    private static readonly Option<string?> Data = new("--data") { Description = "Where Holdfast keeps what it remembers. Default: .holdfast/demo below the current folder." };
    private static readonly Option<bool> Yes = new("--yes", "-y") { Description = "Approve the writing of the report without asking." };
    private static readonly Option<string> Model = new("--model") { Description = "The model: 'scripted', which needs no network, or the name of a configured one.", DefaultValueFactory = static _ => SurveyAgent.ScriptedModel };
    private static readonly Option<bool> Fresh = new("--fresh") { Description = "Begin a new run whatever is remembered." };

    private static readonly Option<bool> Prove = new("--prove") { Description = "Prove it unattended: kill the agent at random moments, and check what it did by a ledger of its own." };
    private static readonly Option<int> Kills = new("--kills") { Description = $"With --prove: how often it is killed, 1 to {MaxKills:N0}.", DefaultValueFactory = static _ => DefaultKills };
    private static readonly Option<int> Seed = new("--seed") { Description = "With --prove: seed of phases, moments and latencies.", DefaultValueFactory = static _ => 1 };
    private static readonly Option<string?> Json = new("--json") { Description = "With --prove: a file for the result as JSON." };
    private static readonly Option<string?> Child = new(ChildOption) { Hidden = true };

    public static Command Create()
    {
        Command verb = new("demo", "An agent surveys a folder and writes a report. Kill it whenever you like, and run it again: it goes on where it stopped.") { Folder, Data, Yes, Model, Fresh, Prove, Kills, Seed, Json, Child };
        Kills.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, CultureInfo.InvariantCulture, out var kills) || kills is < 1 or > MaxKills))
            {
                result.AddError($"--kills is '{token.Value}'; it must be 1 to {MaxKills:N0}.");
            }
        });
        verb.SetAction(RunAsync);
        return verb;
    }

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Child) is { } settingsPath)
        {
            return ProofChild.RunAsync(settingsPath, parsed.GetValue(Seed), cancellationToken);
        }

        return parsed.GetValue(Prove)
            ? new ProofRunner(CreateConsole(), ProofOptionsOf(parsed), TimeProvider.System).RunAsync(cancellationToken)
            : new DemoRunner(CreateConsole(), OptionsOf(parsed)).RunAsync(cancellationToken);
    }

    private static ProofOptions ProofOptionsOf(ParseResult parsed) => new()
    {
        Folder = parsed.GetValue(Folder)!,
        WorkFolder = Path.GetFullPath(Path.Combine(parsed.GetValue(Data) ?? Path.Combine(Environment.CurrentDirectory, ".holdfast"), "proof")),
        Kills = parsed.GetValue(Kills),
        Seed = parsed.GetValue(Seed),
        JsonPath = parsed.GetValue(Json),
    };

    private static DemoOptions OptionsOf(ParseResult parsed) => new()
    {
        Folder = parsed.GetValue(Folder)!,
        DataFolder = parsed.GetValue(Data) ?? Path.Combine(Environment.CurrentDirectory, ".holdfast", "demo"),
        IsYes = parsed.GetValue(Yes),
        Model = parsed.GetValue(Model)!,
        IsFresh = parsed.GetValue(Fresh),
    };

    private static IAnsiConsole CreateConsole()
    {
        var isTerminal = !Console.IsOutputRedirected && !Console.IsInputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
        });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthWithoutTerminal;
        }

        return console;
    }
}
