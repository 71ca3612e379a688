namespace Cryptocardium.Host.Http.Limits;

// How much passes in how long, and into how many slots that time is cut.
internal sealed record WindowSize(int Limit, TimeSpan Length, int Slots)
{
    public TimeSpan SlotLength { get; } = Length / Slots;

    public WindowSize Scaled(double scale) => this with { Limit = (int)Math.Clamp(Limit * scale, 1, int.MaxValue) };
}
