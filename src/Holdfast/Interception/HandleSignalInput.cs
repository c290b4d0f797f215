using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>A signal is to be handled.</summary>
/// <param name="Signal">The signal's name.</param>
/// <param name="Handler">Its handler.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Headers">What interceptors of the sender sent along, after the codecs.</param>
public sealed record HandleSignalInput(string Signal, SignalDefinition Handler, RawArguments Arguments, PayloadMap Headers);
