using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>Limits of listing and deletion, checked by every adapter.</summary>
public static class ListingLimits
{
    /// <summary>Most runs on a page: 1,000.</summary>
    public const int MaximumPageSize = 1000;

    /// <summary>Checks the page size.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/>.</exception>
    public static void Validate(RunListing listing)
    {
        ArgumentNullException.ThrowIfNull(listing);
        if (listing.PageSize is < 1 or > MaximumPageSize)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"{nameof(listing.PageSize)} is {listing.PageSize}; it must be 1 to {MaximumPageSize}.");
        }
    }

    /// <summary>Checks the limit of a deletion.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/>.</exception>
    public static void ValidateDeletion(int limit)
    {
        if (limit < 1)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"The limit of a deletion is {limit}; it must be at least 1.");
        }
    }
}
