namespace Holdfast.Runtime.Tests;

public sealed class DueTimesTests
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Random_changes_give_what_a_sorted_list_gives_and_take_no_more_room_than_twice_the_keys()
    {
        var random = new Random(7);
        DueTimes<int> times = new();
        Dictionary<int, DateTimeOffset> expected = [];
        for (var step = 0; step < 20_000; step++)
        {
            var key = random.Next(50);
            var time = Begin.AddSeconds(random.Next(1_000));
            switch (random.Next(4))
            {
                case 0:
                    times.Remove(key);
                    expected.Remove(key);
                    break;
                case 1 when times.TryTakeDue(time, out var taken):
                    Assert.True(expected.Remove(taken, out var due) && due <= time && expected.Values.All(t => t >= due));
                    break;
                case 1:
                    Assert.DoesNotContain(expected.Values, t => t <= time);
                    break;
                default:
                    times.Set(key, time);
                    expected[key] = time;
                    break;
            }

            Assert.Equal(expected.Count, times.Count);
            Assert.Equal(expected.Count == 0 ? null : expected.Values.Min(), times.NextDueTime);
            Assert.Equal(expected.TryGetValue(key, out var current) ? current : null, times.Find(key));
            Assert.True(times.EntryCount <= (2 * expected.Count) + 64);
        }
    }
}
