using Holdfast.Protocol;

namespace Holdfast.Journaling;

internal static class JournalErrorCodes
{
    public static readonly ErrorCode JournalOptionsInvalid = new(2000);
    public static readonly ErrorCode JournalFolderLocked = new(2001);
    public static readonly ErrorCode JournalSegmentHeaderDamaged = new(2002);
    public static readonly ErrorCode JournalFormatUnsupported = new(2003);
    public static readonly ErrorCode JournalSegmentMissing = new(2004);
    public static readonly ErrorCode JournalSegmentLengthWrong = new(2005);
    public static readonly ErrorCode JournalRecordDamaged = new(2006);
    public static readonly ErrorCode JournalRecordOutOfSequence = new(2007);
    public static readonly ErrorCode JournalSegmentsDoNotJoin = new(2008);
    public static readonly ErrorCode JournalStaleEpoch = new(2010);
    public static readonly ErrorCode JournalFailed = new(2011);
    public static readonly ErrorCode JournalRecordTooLarge = new(2012);
    public static readonly ErrorCode JournalBatchTooLarge = new(2013);
}
