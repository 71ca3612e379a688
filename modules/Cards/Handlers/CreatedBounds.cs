using Cryptocardium.Kernel.Paging;

namespace Cryptocardium.Cards.Handlers;

// Times on the wire have whole seconds, stored ones have milliseconds. What a client saw with a time is not later than it.
internal static class CreatedBounds
{
    /// <summary>The first stored moment that counts as later than a time on the wire.</summary>
    public static DateTimeOffset From(DateTimeOffset createdAfter) => WireTime.After(createdAfter);
}
