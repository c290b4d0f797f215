namespace Holdfast.Runtime.Tests;

public sealed class FairQueueTests
{
    [Fact]
    public void Keys_of_one_weight_take_turns_however_much_of_one_came_first()
    {
        FairQueue<string> queue = new();
        for (var i = 0; i < 100; i++)
        {
            queue.Enqueue("big", 1, "big", LaneLimits.None);
        }

        for (var i = 0; i < 5; i++)
        {
            queue.Enqueue("small", 1, "small", LaneLimits.None);
        }

        Assert.Equal(5, Take(queue, 11).Count(i => i == "small"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_is_given_out_is_in_proportion_to_the_weights_and_in_order_within_a_key(int seed)
    {
        Random random = new(seed);
        var weights = Enumerable.Range(0, 6).ToDictionary(i => $"k{i}", _ => Math.Round((random.NextDouble() * 9) + 0.5, 2));
        FairQueue<(string Key, int Number)> queue = new();
        var arrivals = weights.Keys.SelectMany(k => Enumerable.Repeat(k, 2_000)).ToArray();
        random.Shuffle(arrivals);
        Dictionary<string, int> numbers = weights.Keys.ToDictionary(k => k, _ => 0);
        foreach (var key in arrivals)
        {
            queue.Enqueue(key, weights[key], (key, numbers[key]++), LaneLimits.None);
        }

        const int Taken = 1_500;
        var taken = Take(queue, Taken);
        foreach (var (key, weight) in weights)
        {
            var share = taken.Count(t => t.Key == key);
            Assert.InRange(share, (Taken * weight / weights.Values.Sum()) - 3, (Taken * weight / weights.Values.Sum()) + 3);
            Assert.Equal(Enumerable.Range(0, share), taken.Where(t => t.Key == key).Select(t => t.Number));
        }
    }

    [Fact]
    public void A_key_that_comes_with_one_thing_at_a_time_gets_no_more_than_its_share()
    {
        FairQueue<string> queue = new();
        for (var i = 0; i < 1_000; i++)
        {
            queue.Enqueue("many", 1, "many", LaneLimits.None);
        }

        var light = 0;
        queue.Enqueue("light", 0.1, "light", LaneLimits.None);
        for (var i = 0; i < 550; i++)
        {
            Assert.True(queue.TryDequeue(DateTimeOffset.MinValue, null, out var item, out _));
            if (item == "light")
            {
                light++;
                queue.Enqueue("light", 0.1, "light", LaneLimits.None);
            }
        }

        Assert.InRange(light, 48, 52);
    }

    [Fact]
    public void Idle_keys_are_remembered_up_to_a_bound_and_not_beyond_the_backlog()
    {
        FairQueue<int> queue = new();
        for (var i = 0; i < 5_000; i++)
        {
            queue.Enqueue($"k{i}", 0.001, i, LaneLimits.None);
        }

        queue.Enqueue("last", 0.001, 0, LaneLimits.None);
        Take(queue, 5_000);
        Assert.InRange(queue.KeyCount, 1, FairQueue<int>.MaximumIdleKeys + 1);
        Take(queue, 1);
        Assert.Equal((0, 0), (queue.Count, queue.KeyCount));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    public void Limits_are_never_passed_and_hold_back_nothing_that_has_room(int seed)
    {
        Random random = new(seed);
        RestingLimiters resting = new();
        AttemptLimiter[] types = [Limiter("a", 1), Limiter("b", 2, 4), Limiter("c", 3), Limiter("d", null, 0.5)];
        AttemptLimiter[] keys = [Limiter("x", 1), Limiter("y", 1, 2), Limiter("z", 2), Limiter("u", null, 3)];
        var now = DateTimeOffset.UnixEpoch;
        Backlog<int> backlog = new();
        List<(int Level, LaneLimits Limits)> waiting = [];
        List<LaneLimits> placed = [];
        List<LaneLimits> taken = [];
        for (var step = 0; step < 5_000; step++)
        {
            if (random.Next(3) == 0 && waiting.Count < 60)
            {
                var level = random.Next(1, 6);
                LaneLimits limits = new(Any(types, random), Any(keys, random), null, level);
                backlog.Enqueue(new Holdfast.Protocol.Priority { PriorityKey = level, FairnessKey = $"{random.Next(3)}" }, placed.Count, limits);
                waiting.Add((level, limits));
                placed.Add(limits);
            }
            else if (random.Next(2) == 0 && taken.Count > 0)
            {
                var done = random.Next(taken.Count);
                taken[done].Release(now);
                taken.RemoveAt(done);
            }
            else
            {
                var possible = waiting.Where(w => w.Limits.FindFull(now) is null).ToList();
                resting.Wake(now);
                var found = backlog.TryDequeue(now, null, out var item, out var limits);
                Assert.Equal(possible.Count > 0, found);
                Assert.True(found || resting.NextDueTime is not { } due || due > now);
                if (found)
                {
                    Assert.Equal(placed[item], limits);
                    Assert.Equal(possible.Min(p => p.Level), limits.Level);
                    waiting.Remove((limits.Level, limits));
                    taken.Add(limits);
                }
            }

            Assert.All(types.Concat(keys), l => Assert.InRange(l.Count, 0, l.Limit));
            Assert.Equal(waiting.Count, backlog.Count);
            now += TimeSpan.FromMilliseconds(random.Next(4) == 0 ? random.Next(300) : 0);
        }

        AttemptLimiter Limiter(string name, int? most, double? perSecond = null)
        {
            AttemptLimiter limiter = new(name, resting);
            limiter.Apply(new AttemptLimit(most, perSecond));
            return limiter;
        }
    }

    private static AttemptLimiter? Any(AttemptLimiter[] limiters, Random random)
    {
        var index = random.Next(limiters.Length + 1);
        return index == limiters.Length ? null : limiters[index];
    }

    private static List<T> Take<T>(FairQueue<T> queue, int count)
    {
        List<T> items = [];
        for (var i = 0; i < count; i++)
        {
            Assert.True(queue.TryDequeue(DateTimeOffset.MinValue, null, out var item, out _));
            items.Add(item);
        }

        return items;
    }
}
