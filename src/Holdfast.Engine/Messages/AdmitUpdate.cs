using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>An update. Not durable until accepted: it lives in the state's admitted updates and needs a (speculative) workflow task. An update ID seen before attaches to the first.</summary>
public sealed record AdmitUpdate(UpdateRequest Update) : RunMessage;
