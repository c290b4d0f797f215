namespace Holdfast.Agents.Providers;

/// <summary>What may stand in an HTTP header's value.</summary>
internal static class HeaderText
{
    public static bool IsSendable(string value) => !value.AsSpan().ContainsAnyExceptInRange('!', '~');
}
