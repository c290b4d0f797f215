namespace Holdfast.Protocol.Codec;

/// <summary>How the value of a field is laid out: the lower three bits of its tag. Enough to skip a field that this version does not know.</summary>
internal enum WireType
{
    /// <summary>Unsigned LEB128, at most ten bytes.</summary>
    Varint = 0,

    /// <summary>Eight bytes, little-endian.</summary>
    Fixed64 = 1,

    /// <summary>A varint length and that many bytes.</summary>
    Bytes = 2,

    /// <summary>Sixteen bytes: a UUID in network order.</summary>
    Fixed128 = 3,
}
