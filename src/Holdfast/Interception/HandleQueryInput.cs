using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>A query is to be answered.</summary>
/// <param name="Query">The query's name.</param>
/// <param name="Handler">Its handler.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Headers">What interceptors of the asker sent along, after the codecs.</param>
public sealed record HandleQueryInput(string Query, QueryDefinition Handler, RawArguments Arguments, PayloadMap Headers);
