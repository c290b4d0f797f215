using System.Globalization;

namespace Holdfast.Protocol;

/// <summary>A stable error code, printed as HF and four digits. The thousands tell the kind, see <see cref="ErrorKind"/>.</summary>
/// <param name="Number">1000 to 9999.</param>
public readonly record struct ErrorCode(int Number)
{
    /// <summary>Whose error it is.</summary>
    public ErrorKind Kind => (ErrorKind)(Number / 1000);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"HF{Number:D4}");
}
