namespace Holdfast.Simulation;

/// <summary>What random numbers are drawn for. The values are part of what a seed means: add to them, never change them.</summary>
internal enum SeedPurpose
{
    Settings = 1,
    Ids = 2,
    Order = 3,
    Faults = 4,
    Workloads = 5,
    Workload = 6,
    Clients = 7,
    Network = 8,
    Blobs = 9,
    AgentLibrary = 10,
    Encryption = 11,
    Retention = 12,
}
