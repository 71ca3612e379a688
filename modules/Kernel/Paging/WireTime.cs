namespace Cryptocardium.Kernel.Paging;

/// <summary>Times on the wire have whole seconds, stored ones have milliseconds.</summary>
public static class WireTime
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>The first stored moment that counts as later than a time on the wire: what shows that very second is not later.</summary>
    public static DateTimeOffset After(DateTimeOffset time) =>
        time < DateTimeOffset.MaxValue - Step ? time + Step : DateTimeOffset.MaxValue;
}
