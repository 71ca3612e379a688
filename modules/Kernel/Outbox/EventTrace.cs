using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Kernel.Outbox;

// The events that a request has raised.
internal sealed class EventTrace(UnitOfWork unit) : ITraceSource
{
    public async ValueTask<IReadOnlyList<TracedItem>> Find(RowFilter owned, IReadOnlyList<string> caused)
    {
        var items = new List<TracedItem>();
        foreach (var id in caused.Where(id => id.StartsWith($"{StoredEvents.IdPrefix}_", StringComparison.Ordinal)))
        {
            if (await StoredEvents.Find(unit, owned, id) is { } raised)
            {
                items.Add(new TracedItem("event", id, raised.Type, raised.CreatedAt) { Mode = raised.Mode, SubjectId = raised.SubjectId });
            }
        }

        return items;
    }
}
