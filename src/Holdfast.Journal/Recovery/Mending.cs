namespace Holdfast.Journaling.Recovery;

/// <summary>What an operator can do about damage; docs/errors has the long form.</summary>
internal static class Mending
{
    public const string RestoreBackup =
        "Restore the whole data folder from a backup; files of different journals or times must not be mixed.";

    public const string RestoreBackupOrCut =
        "Records from here on were acknowledged and cannot all be read. Check the disk and restore the data folder from a backup; "
        + "the error's page tells how to give these records up instead.";

    public const string PutFileBack = "Put the missing file back, or restore the whole data folder from a backup.";

    public const string Upgrade = "Use a version of Holdfast that knows this format.";
}
