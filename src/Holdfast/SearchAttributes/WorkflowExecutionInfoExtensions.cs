using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Decodes what listing and describing show of a run.</summary>
public static class WorkflowExecutionInfoExtensions
{
    /// <summary>The run's search attributes, typed.</summary>
    public static SearchAttributes GetSearchAttributes(this WorkflowExecutionInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        return SearchAttributes.FromPayloads(info.SearchAttributes);
    }

    /// <summary>An entry of the run's memo; the type's default when there is none.</summary>
    /// <param name="info">The run.</param>
    /// <param name="name">The entry's name.</param>
    /// <param name="converter">Reads the value. Default: <see cref="JsonDataConverter.Default"/>.</param>
    /// <exception cref="HoldfastException">The entry cannot be read as the type: <see cref="ErrorCodes.ConversionFailed"/>.</exception>
    public static T? MemoValue<T>(this WorkflowExecutionInfo info, string name, IDataConverter? converter = null)
    {
        ArgumentNullException.ThrowIfNull(info);
        return info.Memo.TryGetValue(name, out var payload) ? (converter ?? JsonDataConverter.Default).FromPayload<T>(payload) : default;
    }
}
