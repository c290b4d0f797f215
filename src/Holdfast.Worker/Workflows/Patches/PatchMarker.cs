using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>The marker that a patch leaves, in the form that Temporal's SDKs write and read.</summary>
/// <param name="PatchId">The patch.</param>
/// <param name="IsDeprecated">True when code without the patch's old side may follow the history.</param>
internal readonly record struct PatchMarker(string PatchId, bool IsDeprecated)
{
    public const string MarkerName = "core_patch";

    private const string DetailsKey = "patch-data";
    private static readonly JsonEncodedText IdName = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText DeprecatedName = JsonEncodedText.Encode("deprecated");

    /// <summary>The patch that a marker tells of; null for a marker of another kind.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CorruptData"/> when the marker cannot be read.</exception>
    public static PatchMarker? Of(HistoryEvent recorded) => recorded.Attributes is MarkerRecorded { MarkerName: MarkerName } marker ? Read(recorded, marker) : null;

    public PayloadsMap ToDetails()
    {
        var marker = this;
        return PayloadsMap.Of([new(DetailsKey, Payloads.Of(MarkerJson.Write(writer =>
        {
            writer.WriteString(IdName, marker.PatchId);
            writer.WriteBoolean(DeprecatedName, marker.IsDeprecated);
        })))]);
    }

    private static PatchMarker Read(HistoryEvent recorded, MarkerRecorded marker)
    {
        using var data = MarkerJson.Read(recorded, marker, DetailsKey);
        try
        {
            return data.RootElement.TryGetProperty(IdName.EncodedUtf8Bytes, out var id) && id.GetString() is { } patchId
                ? new PatchMarker(patchId, data.RootElement.TryGetProperty(DeprecatedName.EncodedUtf8Bytes, out var deprecated) && deprecated.GetBoolean())
                : throw MarkerJson.Unreadable(recorded, marker, null);
        }
        catch (InvalidOperationException exception)
        {
            throw MarkerJson.Unreadable(recorded, marker, exception);
        }
    }
}
