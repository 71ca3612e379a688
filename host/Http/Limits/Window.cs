namespace Cryptocardium.Host.Http.Limits;

// Counts what passed in a sliding window. Calls that are close together share a slot and leave with its last one, so that in
// no stretch of the window's length more than the limit passes. Not for several threads.
internal sealed class Window(WindowSize size)
{
    // A slot more for the one that is filling, one for the one that is leaving.
    private readonly Slot[] slots = new Slot[size.Slots + 2];
    private int oldest;
    private int used;
    private int passed;

    public int Limit => size.Limit;

    public int Remaining => size.Limit - passed;

    public bool IsFull => passed >= size.Limit;

    // Forgets what is out of sight; everything else takes for granted that this was called.
    public void MoveTo(TimeSpan now)
    {
        while (used > 0 && now - slots[oldest].Last >= size.Length)
        {
            passed -= slots[oldest].Count;
            oldest = (oldest + 1) % slots.Length;
            used--;
        }
    }

    public void Count(TimeSpan now, int calls = 1)
    {
        passed += calls;
        if (used > 0)
        {
            ref var newest = ref slots[(oldest + used - 1) % slots.Length];
            if (now - newest.First < size.SlotLength)
            {
                newest = newest with { Last = now, Count = newest.Count + calls };
                return;
            }
        }

        slots[(oldest + used) % slots.Length] = new(now, now, calls);
        used++;
    }

    /// <returns>The time until another one may pass; zero when it may now.</returns>
    public TimeSpan TimeUntilFree(TimeSpan now)
    {
        var left = passed;
        var rest = TimeSpan.Zero;
        for (var i = 0; left >= size.Limit && i < used; i++)
        {
            var slot = slots[(oldest + i) % slots.Length];
            left -= slot.Count;
            rest = slot.Last + size.Length - now;
        }

        return rest;
    }

    private readonly record struct Slot(TimeSpan First, TimeSpan Last, int Count);
}
