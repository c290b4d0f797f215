using System.Globalization;

namespace Holdfast.Journaling.Tests;

public sealed class CrashTests
{
    public static TheoryData<int> SeedBlocks => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(SeedBlocks))]
    public void Every_acknowledged_record_survives_any_crashes_in_order_and_none_is_invented(int block)
    {
        for (ulong seed = (ulong)block * 50; seed < (ulong)(block + 1) * 50; seed++)
        {
            new CrashWorkload(seed).Run();
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_disk_byte_for_byte()
    {
        CrashWorkload first = new(42);
        CrashWorkload second = new(42);
        first.Run();
        second.Run();
        Assert.Equal(first.Disk.List(), second.Disk.List());
        Assert.All(first.Disk.List(), name => Assert.Equal(first.Disk.ReadAll(name), second.Disk.ReadAll(name)));
    }

    private sealed class CrashWorkload(ulong seed)
    {
        private readonly SeededDraw _draw = new(seed);
        private readonly JournalScenario _scenario = new() { SegmentBytes = 4096 + (4096 * (int)(seed % 3)), MaxSpareSegments = (int)(seed % 3) };
        private readonly Dictionary<long, string> _appended = [];
        private long _acknowledged;
        private long _trimmed = 1;
        private long _lastEpoch;
        private int _serial;

        public MemoryDisk Disk => _scenario.Disk;

        public void Run()
        {
            for (int life = 0; life < 8; life++)
            {
                Journal journal = OpenAndCheck();
                Live(journal);
                End(journal);
            }

            OpenAndCheck().Dispose();
        }

        private Journal OpenAndCheck()
        {
            if (_draw.Below(4) == 0)
            {
                CrashWhileOpening();
            }

            Journal journal = _scenario.Open();
            Check(journal);
            return journal;
        }

        private void CrashWhileOpening()
        {
            Disk.FailFlush(_draw.Below(3), _draw.Next());
            try
            {
                Journal journal = _scenario.Open();
                Check(journal);
            }
            catch (IOException)
            {
                // The ordered failure.
            }

            Restart();
        }

        private void Check(Journal journal)
        {
            Assert.True(journal.Epoch > _lastEpoch, $"seed {seed}: epoch {journal.Epoch} after {_lastEpoch}");
            _lastEpoch = journal.Epoch;
            Assert.True(journal.FirstLsn <= _trimmed, $"seed {seed}: first LSN {journal.FirstLsn}, trimmed below {_trimmed}");
            Assert.True(journal.DurableLsn >= _acknowledged, $"seed {seed}: durable {journal.DurableLsn}, acknowledged {_acknowledged}");
            long lsn = journal.FirstLsn;
            foreach (RecordedRecord record in _scenario.Recovered)
            {
                Assert.Equal(lsn++, record.Lsn);
                Assert.Equal(_appended[record.Lsn], record.Payload);
            }

            Assert.Equal(journal.DurableLsn + 1, lsn);

            // What recovery handed out counts as acknowledged from now on.
            _acknowledged = journal.DurableLsn;
        }

        private void Live(Journal journal)
        {
            int steps = _draw.Below(40);
            long nextLsn = journal.DurableLsn + 1;
            OrderFault();
            try
            {
                for (int step = 0; step < steps; step++)
                {
                    switch (_draw.Below(8))
                    {
                        case 0:
                            _trimmed = Math.Max(_trimmed, 1 + (long)(_draw.Next() % (ulong)(journal.DurableLsn + 1)));
                            journal.Trim(_trimmed);
                            break;
                        case 1:
                            journal.PrepareOnce();
                            break;
                        case 2 or 3 or 4:
                            journal.WriteOnce();
                            break;
                        default:
                            nextLsn = Append(journal, nextLsn);
                            break;
                    }

                    _acknowledged = Math.Max(_acknowledged, journal.DurableLsn);
                }
            }
            catch (Exception exception) when (exception is IOException or JournalException)
            {
                // The ordered fault has killed the journal.
                Assert.NotEmpty(_scenario.Fatal);
            }

            _acknowledged = Math.Max(_acknowledged, journal.DurableLsn);
        }

        private long Append(Journal journal, long nextLsn)
        {
            string[] payloads = [.. Enumerable.Range(0, 1 + _draw.Below(6)).Select(_ => Payload())];
            Assert.True(_scenario.Append(journal, payloads));
            foreach (string payload in payloads)
            {
                _appended[nextLsn++] = payload;
            }

            return nextLsn;
        }

        private string Payload() =>
            string.Create(CultureInfo.InvariantCulture, $"{_serial++}:") + new string((char)('a' + _draw.Below(26)), _draw.Below(_draw.Below(5) == 0 ? 1500 : 60));

        private void OrderFault()
        {
            switch (_draw.Below(4))
            {
                case 0:
                    Disk.FailFlush(_draw.Below(12), _draw.Next());
                    break;
                case 1:
                    Disk.FailWrite(_draw.Below(20));
                    break;
                default:
                    break;
            }
        }

        private void End(Journal journal)
        {
            if (_draw.Below(4) == 0)
            {
                journal.Dispose();
                _acknowledged = Math.Max(_acknowledged, journal.DurableLsn);
            }

            Restart();
        }

        private void Restart()
        {
            if (_draw.Below(3) == 0)
            {
                Disk.EndProcess();
            }
            else
            {
                Disk.Crash(_draw.Next());
            }
        }
    }
}
