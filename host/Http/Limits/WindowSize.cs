namespace Cryptocardium.Host.Http.Limits;

// The limit of a window, its length, and the number of slots that it is divided into.
internal sealed record WindowSize(int Limit, TimeSpan Length, int Slots)
{
    public TimeSpan SlotLength { get; } = Length / Slots;

    public WindowSize Scaled(double scale) => this with { Limit = (int)Math.Clamp(Limit * scale, 1, int.MaxValue) };
}
