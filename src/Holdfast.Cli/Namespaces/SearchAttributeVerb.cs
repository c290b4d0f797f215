using System.CommandLine;
using Holdfast.Cli.Runs;

namespace Holdfast.Cli.Namespaces;

/// <summary><c>holdfast search-attribute</c>: the search attributes of a namespace, live or at rest.</summary>
internal static class SearchAttributeVerb
{
    public static Command Create()
    {
        Argument<string> name = new("name") { Description = "The attribute's name; case matters." };
        Argument<string> type = new("type") { Description = "Its type: Bool, Datetime, Double, Int, Keyword, KeywordList, Text." };
        return new Command("search-attribute", "Lists, adds and removes the search attributes of a namespace, whether the host runs or not.")
        {
            RunAction.Complete(new Command("list", "Lists search attributes with their types."), needsWorker: false, SearchAttributeListView.Write, static _ => new() { Verb = "search-attribute-list" }),
            RunAction.Complete(new Command("add", "Registers a search attribute.") { name, type }, needsWorker: false, NothingView.Write, parsed => new()
            {
                Verb = "search-attribute-add",
                Name = parsed.GetRequiredValue(name),
                AttributeType = parsed.GetRequiredValue(type),
            }),
            RunAction.Complete(new Command("remove", "Removes a search attribute; runs keep what they have, and nothing can be listed by it.") { name }, needsWorker: false, NothingView.Write, parsed => new()
            {
                Verb = "search-attribute-remove",
                Name = parsed.GetRequiredValue(name),
            }),
        };
    }
}
