using Holdfast.Journaling;

namespace Holdfast.Simulation;

/// <summary>
/// A bit of an old segment turns over while the process is down. It must then either start and know everything, because it needs that segment no longer, or refuse to
/// start and say why; the bit is then put back, as an operator would put back a copy.
/// </summary>
internal sealed class BitRot(World world, Random chance)
{
    private (WorldFolder Folder, string Name, int Offset, byte Mask)? _flipped;

    /// <summary>Turns the bit over and ends the process.</summary>
    public void Strike(WorldFolder folder)
    {
        List<string> segments = [.. folder.Disk.List().Where(name => name.EndsWith(".log", StringComparison.Ordinal))];
        world.FailPower(folder);
        segments = [.. segments.Intersect(folder.Disk.List(), StringComparer.Ordinal)];
        if (segments.Count < 2 || _flipped is not null)
        {
            return;
        }

        var name = segments[chance.Next(segments.Count - 1)];
        _flipped = (folder, name, chance.Next(folder.Disk.ReadAll(name).Length), (byte)(1 << chance.Next(8)));
        Flip();
    }

    /// <summary>The process has started, or has refused to.</summary>
    /// <returns>True when the refusal is due to the bit.</returns>
    public bool Mend(WorldFolder folder, Exception? refusal)
    {
        if (_flipped?.Folder != folder)
        {
            return false;
        }

        world.Trace.Note(refusal is null ? "started in spite of bit rot" : "refused to start because of bit rot");
        Flip();
        _flipped = null;
        return refusal is JournalDamagedException;
    }

    private void Flip()
    {
        var (folder, name, offset, mask) = _flipped!.Value;
        if (folder.Disk.List().Contains(name, StringComparer.Ordinal))
        {
            folder.Disk.Flip(name, offset, mask);
        }
    }
}
