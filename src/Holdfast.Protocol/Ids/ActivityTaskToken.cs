using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Holdfast.Protocol;

/// <summary>An activity attempt as text, to be handed to whoever will complete it.</summary>
/// <remarks>Opaque to its holders: five parts joined by dots, of which the first two are Base64Url.</remarks>
public static class ActivityTaskToken
{
    private const char Separator = '.';
    private const int Parts = 5;

    /// <summary>Writes the attempt as text.</summary>
    public static string Of(ActivityRef activity) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Encode(activity.Workflow.Namespace)}.{Encode(activity.Workflow.WorkflowId)}.{activity.RunId}.{activity.ScheduledEventId}.{activity.Attempt}");

    /// <summary>Reads what <see cref="Of"/> wrote.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when the text is no task token.</exception>
    public static ActivityRef Parse(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        try
        {
            var parts = token.Split(Separator);
            if (parts.Length == Parts)
            {
                return new ActivityRef(
                    new WorkflowKey(Decode(parts[0]), Decode(parts[1])),
                    new RunId(Guid.ParseExact(parts[2], "D")),
                    long.Parse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture),
                    int.Parse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture));
            }
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw Malformed(exception);
        }

        throw Malformed(null);
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string Decode(string text) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));

    private static HoldfastException Malformed(Exception? cause) =>
        new(ErrorCodes.InvalidArgument, "The text is not a task token. Pass on ActivityContext.Current.Info.TaskToken as it is.", cause);
}
