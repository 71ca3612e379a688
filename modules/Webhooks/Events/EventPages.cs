using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Outbox;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.V1;

namespace Cryptocardium.Webhooks.Events;

// Reads pages of events, in the order of their ids or of their sequences.
internal sealed class EventPages(UnitOfWork unit)
{
    private const string Prefix = StoredEvents.IdPrefix;

    // Sorts after all digits of ids in each collation.
    private const string End = $"{Prefix}_g";

    /// <returns>The page, or <c>invalid_cursor</c>.</returns>
    public async ValueTask<Result<Page<OutboxEvent>>> Read(RowFilter rows, ListEvents query)
    {
        var page = PageQuery.Of(query);
        RaisedEvent? last = null;
        if (page.Cursor is { } cursor && (last = await StoredEvents.Find(unit, rows, cursor)) is null)
        {
            return new Error(Errors.InvalidCursor) { Param = "cursor" };
        }

        var filter = Filter(query, page);
        var found = query.AfterSequence is { } sequence
            ? await StoredEvents.After(unit, rows, filter, Math.Max(sequence, last?.Sequence ?? 0), long.MaxValue, page.Size + 1)
            : await StoredEvents.ReadWhole(unit, rows, Range(page, filter), filter);
        return Page.First(found, page.Size, static stored => stored.Event.Id);
    }

    private static EventFilter Filter(ListEvents query, PageQuery page)
    {
        var filter = new EventFilter
        {
            Type = query.Type,
            SubjectId = query.SubjectId,
            CardId = query.CardId,
            RequestId = query.RequestId,
            Mode = query.Mode is { } mode ? ModeText.Parse(mode) : null,
        };
        return filter with
        {
            From = page.CreatedAfter is { } after ? WireTime.After(after) : filter.From,
            Until = page.CreatedBefore ?? filter.Until,
        };
    }

    // Bounds in time also bound the ids.
    private static EventRange Range(PageQuery page, EventFilter filter)
    {
        var after = IdTime.First(Prefix, filter.From);
        var before = page.CreatedBefore is { } until ? IdTime.Last(Prefix, until) : End;
        return page.Descending
            ? new EventRange(after, Least(page.Cursor, before), Descending: true, page.Size + 1)
            : new EventRange(Greatest(page.Cursor, after), before, Descending: false, page.Size + 1);
    }

    private static string Least(string? cursor, string bound) => cursor is not null && string.CompareOrdinal(cursor, bound) < 0 ? cursor : bound;

    private static string Greatest(string? cursor, string bound) => cursor is not null && string.CompareOrdinal(cursor, bound) > 0 ? cursor : bound;
}
