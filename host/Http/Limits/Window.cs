namespace Cryptocardium.Host.Http.Limits;

// Counts calls in a sliding window. Calls that are close together share a slot and expire with its last call, so no period of the window's
// length has more calls than the limit. Not thread-safe.
internal sealed class Window(WindowSize size)
{
    // Two more slots: one that is filling and one that is expiring.
    private readonly Slot[] slots = new Slot[size.Slots + 2];
    private int oldest;
    private int used;
    private int passed;

    public int Limit => size.Limit;

    public int Remaining => size.Limit - passed;

    public bool IsFull => passed >= size.Limit;

    // Removes expired slots. All other members need this call first.
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

    /// <returns>The time until the next call may pass; zero if it may pass now.</returns>
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
