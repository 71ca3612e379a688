namespace Cryptocardium.Kernel.Paging;

/// <summary>Converts between times on the wire, in whole seconds, and stored times, in milliseconds.</summary>
public static class WireTime
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>The first stored time that is later than a time on the wire: all times within the same second are not later.</summary>
    public static DateTimeOffset After(DateTimeOffset time) =>
        time < DateTimeOffset.MaxValue - Step ? time + Step : DateTimeOffset.MaxValue;
}
