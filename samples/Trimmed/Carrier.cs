using Holdfast;

namespace Trimmed;

/// <summary>Activities, made from the host's services.</summary>
public sealed class Carrier(TimeProvider clock)
{
    [Activity]
    public async Task<string> ScanAsync(string parcelId, string stop)
    {
        await Task.Yield();
        return $"{parcelId} at {stop}, {clock.GetUtcNow().Year}";
    }
}
