using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Journaling.Tests;

public sealed class FileDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _recovered = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Appends_of_many_threads_are_durable_in_order_on_real_files()
    {
        const int Appenders = 4;
        const int AppendsEach = 200;
        using (Journal journal = Open())
        {
            await Task.WhenAll(Enumerable.Range(0, Appenders).Select(appender => Task.Run(async () =>
            {
                for (int i = 0; i < AppendsEach; i++)
                {
                    AwaitableCompletion completion = new();
                    string payload = string.Create(CultureInfo.InvariantCulture, $"{appender}:{i}:{new string('x', 300)}");
                    Assert.True(journal.TryAppend(JournalScenario.Batch(journal, payload), journal.Epoch, completion));
                    await completion.Durable;
                }
            })));
            Assert.Equal(Appenders * AppendsEach, journal.DurableLsn);
            Assert.True(journal.SegmentCount > 3);
            Assert.True(journal.Trim(journal.DurableLsn / 2) > 0);
        }

        using Journal reopened = Open();
        Assert.Equal((Appenders * AppendsEach) - reopened.FirstLsn + 1, _recovered.Count);
        foreach (IGrouping<string, string> ofAppender in _recovered.GroupBy(payload => payload.Split(':')[0]))
        {
            int[] serials = [.. ofAppender.Select(payload => int.Parse(payload.Split(':')[1], CultureInfo.InvariantCulture))];
            Assert.Equal(Enumerable.Range(serials[0], AppendsEach - serials[0]), serials);
        }
    }

    [Fact]
    public void A_second_journal_in_the_folder_is_refused_naming_the_holder()
    {
        using Journal journal = Open();
        JournalException refusal = Assert.Throws<JournalException>(() => Open());
        Assert.Equal(ErrorCodes.JournalFolderLocked, refusal.Code);
        Assert.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_is_free_again_after_closing_and_after_a_refused_start()
    {
        Open().Dispose();
        string segment = Path.Combine(_folder.Path, "0000000000000001.log");
        byte[] content = File.ReadAllBytes(segment);
        File.WriteAllBytes(segment, content.AsSpan(0, 100));
        Assert.Throws<JournalDamagedException>(() => Open());
        File.WriteAllBytes(segment, content);
        Open().Dispose();
    }

    [Fact]
    public void Segments_are_allocated_in_full_before_they_are_used()
    {
        using Journal journal = Open();
        Assert.Equal(65536, new FileInfo(Path.Combine(_folder.Path, "0000000000000001.log")).Length);
    }

    private Journal Open()
    {
        _recovered.Clear();
        JournalOptions options = new() { SegmentBytes = 65536, MaxRecordBytes = 8192, OnFatal = exception => Assert.Fail(exception.ToString()) };
        return Journal.Open(new FileDisk(_folder.Path), options, Record);
    }

    private void Record(in RecoveredRecord record) => _recovered.Add(System.Text.Encoding.UTF8.GetString(record.Payload));
}
