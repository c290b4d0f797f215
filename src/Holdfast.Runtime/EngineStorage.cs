using Holdfast.Journaling;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>Where an engine keeps its data. The engine disposes of neither.</summary>
/// <param name="Disk">The journal's folder.</param>
/// <param name="Journal">The journal's options; its pumping must be that of the engine.</param>
/// <param name="Store">The settled store.</param>
public sealed record EngineStorage(IDisk Disk, JournalOptions Journal, ISettledStore Store);
