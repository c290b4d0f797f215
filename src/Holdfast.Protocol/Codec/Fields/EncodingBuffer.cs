namespace Holdfast.Protocol.Codec;

/// <summary>Lends each thread one byte array to encode into, so that encoding allocates only when a record is larger than any before it.</summary>
internal static class EncodingBuffer
{
    private const int InitialBytes = 4 * 1024;
    private const int LargestKeptBytes = 1024 * 1024;

    [ThreadStatic]
    private static byte[]? _idle;

    /// <summary>Takes the thread's array; a nested call gets a new one.</summary>
    public static byte[] Take()
    {
        var buffer = _idle ?? new byte[InitialBytes];
        _idle = null;
        return buffer;
    }

    /// <summary>Gives an array back; one that grew very large is left to the garbage collector.</summary>
    public static void Return(byte[] buffer)
    {
        if (buffer.Length <= LargestKeptBytes)
        {
            _idle = buffer;
        }
    }
}
