namespace Holdfast.Engine;

/// <summary>Where the run stands with the limits on starts; <see cref="RunState.StartPermit"/> says it. Given anew when the run is taken up; not gated.</summary>
public sealed record StartPermitChanged : Effect
{
    /// <summary>The one there need be.</summary>
    public static readonly StartPermitChanged Instance = new();

    /// <inheritdoc/>
    public override bool IsGated => false;

    private StartPermitChanged()
    {
    }
}
