using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>An update is to be validated or handled.</summary>
/// <param name="Update">The update's name.</param>
/// <param name="UpdateId">Its ID.</param>
/// <param name="Handler">Its handler.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Headers">What interceptors of the sender sent along, after the codecs.</param>
public sealed record HandleUpdateInput(string Update, string UpdateId, UpdateDefinition Handler, RawArguments Arguments, PayloadMap Headers);
