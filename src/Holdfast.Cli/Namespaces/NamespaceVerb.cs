using System.CommandLine;
using Holdfast.Cli.Runs;
using Holdfast.Control;

namespace Holdfast.Cli.Namespaces;

/// <summary><c>holdfast namespace</c>: the namespaces of a data folder, live or at rest.</summary>
internal static class NamespaceVerb
{
    public static Command Create() => new("namespace", "Lists, describes, creates, changes and deletes the namespaces of a data folder, whether its host runs or not.")
    {
        ControlAction.Complete(new Command("list", "Lists namespaces."), NamespaceListView.Write, static _ => new() { Verb = "namespace-list" }),
        ControlAction.Complete(new Command("describe", "Describes a namespace.") { Name }, NamespaceView.Write, static parsed => Of(parsed, "namespace-describe")),
        WithSettings("create", "Registers a namespace.", "namespace-create"),
        WithSettings("update", "Changes a namespace; what is not given stays.", "namespace-update"),
        ControlAction.Complete(new Command("deprecate", "Lets nothing new start in a namespace; what runs in it goes on.") { Name }, NothingView.Write, static parsed => Of(parsed, "namespace-deprecate")),
        ControlAction.Complete(new Command("delete", "Deletes a namespace with all its runs; open ones are terminated.") { Name }, NothingView.Write, static parsed => Of(parsed, "namespace-delete")),
    };

    private static Argument<string> Name { get; } = new("name") { Description = "The namespace." };

    private static Command WithSettings(string name, string description, string verb)
    {
        NamespaceSettingOptions options = new();
        Command command = new(name, description) { Name };
        options.AddTo(command);
        return ControlAction.Complete(command, NamespaceView.Write, parsed => Of(parsed, verb) with { Settings = options.Read(parsed) });
    }

    private static ControlRequest Of(ParseResult parsed, string verb) => new() { Verb = verb, Namespace = parsed.GetRequiredValue(Name) };
}
