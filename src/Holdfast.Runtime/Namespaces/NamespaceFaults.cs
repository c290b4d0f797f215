using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Errors about namespaces.</summary>
internal static class NamespaceFaults
{
    public static HoldfastException Unknown(string name) => new(
        ErrorCodes.NamespaceUnknown,
        $"There is no namespace '{name}'. Register it: holdfast namespace create {name}, or HoldfastOptions.Namespaces, or client.Namespaces.RegisterAsync.");

    public static HoldfastException AlreadyExists(NamespaceInfo known) => new(
        ErrorCodes.NamespaceAlreadyExists,
        known.State == NamespaceState.Deleted
            ? $"The namespace '{known.Name}' is being deleted. Register it again when it is gone."
            : $"The namespace '{known.Name}' was registered at {known.CreateTime:O}. Update it instead, or choose another name.");

    public static HoldfastException Deprecated(string name) => new(
        ErrorCodes.NamespaceDeprecated,
        $"The namespace '{name}' is deprecated: what runs in it goes on, and nothing new starts. Start the workflow in another namespace.");

    public static HoldfastException Deleted(string name) => new(
        ErrorCodes.NamespaceDeleted,
        $"The namespace '{name}' is being deleted with all its runs. Use another, or register it again when it is gone.");

    public static HoldfastException DefaultIsKept(string what) => new(
        ErrorCodes.InvalidArgument,
        $"The namespace '{NamespaceRules.Default}' always exists and cannot be {what}. Delete its runs instead.");
}
