namespace Holdfast.Analyzers.Contracts;

/// <summary>Says whether those that know an old promise understand the new one.</summary>
internal static class ContractComparison
{
    private const string Arrow = ") -> ";

    public static ContractChange Compare(ContractLine old, ContractLine now)
    {
        if (string.Equals(old.Promise, now.Promise, StringComparison.Ordinal))
        {
            return ContractChange.None;
        }

        var isKept = now.Promise.StartsWith("(", StringComparison.Ordinal) ? KeepsCalls(old.Promise, now.Promise) : KeepsMembers(old.Promise, now.Promise);
        return isKept ? ContractChange.Compatible : ContractChange.Broken;
    }

    /// <summary>The same result, and the old parameters followed by optional ones.</summary>
    private static bool KeepsCalls(string old, string now)
    {
        var (oldParameters, oldResult) = CallOf(old);
        var (parameters, result) = CallOf(now);
        if (!string.Equals(oldResult, result, StringComparison.Ordinal) || parameters.Count < oldParameters.Count)
        {
            return false;
        }

        for (var i = 0; i < parameters.Count; i++)
        {
            if (i < oldParameters.Count ? !KeepsParameter(oldParameters[i], parameters[i]) : !IsOptional(parameters[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool KeepsParameter(string old, string now) =>
        string.Equals(TypeOf(old), TypeOf(now), StringComparison.Ordinal) && (!IsOptional(old) || IsOptional(now));

    private static bool IsOptional(string parameter) => parameter.StartsWith(ContractWriter.Optional, StringComparison.Ordinal);

    private static string TypeOf(string parameter) => IsOptional(parameter) ? parameter.Substring(ContractWriter.Optional.Length) : parameter;

    private static (List<string> Parameters, string Result) CallOf(string promise)
    {
        var arrow = promise.LastIndexOf(Arrow, StringComparison.Ordinal);
        var end = arrow < 0 ? promise.LastIndexOf(')') : arrow;
        var parameters = end < 1 ? string.Empty : promise.Substring(1, end - 1);
        return (ContractSyntax.Split(parameters), arrow < 0 ? string.Empty : promise.Substring(arrow + Arrow.Length));
    }

    /// <summary>The old members, and none that is newly required.</summary>
    private static bool KeepsMembers(string old, string now)
    {
        var oldMembers = MembersOf(old);
        var members = MembersOf(now);
        var added = members.Except(oldMembers, StringComparer.Ordinal).ToList();
        return oldMembers.All(m => members.Contains(m, StringComparer.Ordinal) || members.Contains(WithoutRequired(m), StringComparer.Ordinal))
            && !added.Exists(m => m.StartsWith(ContractWriter.Required, StringComparison.Ordinal));
    }

    private static string WithoutRequired(string member) =>
        member.StartsWith(ContractWriter.Required, StringComparison.Ordinal) ? member.Substring(ContractWriter.Required.Length) : member;

    private static List<string> MembersOf(string promise) => ContractSyntax.Split(promise.Trim('{', '}', ' '));
}
