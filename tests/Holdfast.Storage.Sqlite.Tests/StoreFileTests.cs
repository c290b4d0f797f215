using Holdfast.Protocol;
using Holdfast.Storage.Sqlite.Connections;
using SQLitePCL;

namespace Holdfast.Storage.Sqlite.Tests;

public sealed class StoreFileTests
{
    // SQLITE_IOERR_FSYNC and SQLITE_IOERR_DIR_FSYNC.
    [Theory]
    [InlineData(1034)]
    [InlineData(1290)]
    public void After_a_failed_flush_everything_is_refused(int code)
    {
        var file = new StoreFile("/data/holdfast.db");
        file.ThrowIfRefused();

        Assert.Equal(ErrorCodes.StoreInaccessible, file.Error(code, "disk I/O error").Code);

        Assert.Equal(ErrorCodes.StoreClosed, Assert.Throws<HoldfastException>(file.ThrowIfRefused).Code);
    }

    [Theory]
    [InlineData(raw.SQLITE_BUSY)]
    [InlineData(raw.SQLITE_FULL)]
    [InlineData(266)]
    public void After_any_other_error_the_store_goes_on(int code)
    {
        var file = new StoreFile("/data/holdfast.db");
        file.Error(code, "error");

        file.ThrowIfRefused();
    }

    [Theory]
    [InlineData(raw.SQLITE_BUSY, 2123)]
    [InlineData(517, 2123)]
    [InlineData(raw.SQLITE_CORRUPT, 2122)]
    [InlineData(raw.SQLITE_NOTADB, 2120)]
    [InlineData(raw.SQLITE_FULL, 2124)]
    [InlineData(raw.SQLITE_CANTOPEN, 2125)]
    [InlineData(raw.SQLITE_READONLY, 2125)]
    [InlineData(raw.SQLITE_CONSTRAINT, 2126)]
    public void Every_error_names_the_file_and_has_a_code(int sqliteCode, int number)
    {
        var error = new StoreFile("/data/holdfast.db").Error(sqliteCode, "said SQLite");

        Assert.Equal(new ErrorCode(number), error.Code);
        Assert.Contains("/data/holdfast.db", error.Message, StringComparison.Ordinal);
        Assert.Contains("said SQLite", error.Message, StringComparison.Ordinal);
    }
}
