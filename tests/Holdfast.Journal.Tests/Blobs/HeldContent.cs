namespace Holdfast.Journaling.Tests;

/// <summary>A content of which the first half is there, and the rest when the test says so.</summary>
internal sealed class HeldContent(byte[] content) : MemoryStream(content, writable: false)
{
    private readonly TaskCompletionSource _rest = new();

    public void GoOn() => _rest.SetResult();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var half = (int)(Length / 2);
        if (Position >= half)
        {
            await _rest.Task;
            return await base.ReadAsync(buffer, cancellationToken);
        }

        return await base.ReadAsync(buffer[..half], cancellationToken);
    }
}
