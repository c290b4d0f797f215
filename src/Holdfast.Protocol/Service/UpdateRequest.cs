namespace Holdfast.Protocol;

/// <summary>An update as it was sent.</summary>
/// <param name="UpdateId">Its ID, unique in the run.</param>
/// <param name="Name">The update's name.</param>
/// <param name="Input">Arguments.</param>
/// <param name="Header">Context passed by interceptors.</param>
/// <param name="Identity">Who sent it.</param>
public sealed record UpdateRequest(string UpdateId, string Name, Payloads Input, PayloadMap Header, string Identity);
