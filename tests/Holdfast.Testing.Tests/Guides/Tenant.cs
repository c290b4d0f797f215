namespace Holdfast.Testing.Tests;

/// <summary>On whose behalf code runs.</summary>
public static class Tenant
{
    private static readonly AsyncLocal<string?> Ambient = new();

    public static string? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }
}
