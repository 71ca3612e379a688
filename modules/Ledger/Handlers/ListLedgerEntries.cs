using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;
using Cryptocardium.Ledger.Entries;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Ledger.Handlers;

internal sealed class ListLedgerEntriesHandler(UnitOfWork unit, Call call, EntryPages pages)
    : IQueryHandler<ListLedgerEntries, Result<LedgerEntryList>>
{
    public ValueTask<Result<LedgerEntryList>> Handle(ListLedgerEntries query, CancellationToken cancellationToken) =>
        unit.InSnapshot(() => Read(query));

    private async ValueTask<Result<LedgerEntryList>> Read(ListLedgerEntries query)
    {
        var page = PageQuery.Of(query);
        var range = new EntryRange(
            query.CreatedAfter is { } after ? WireTime.After(after).ToUnixTimeMilliseconds() : EntryRange.Everything.From,
            query.CreatedBefore?.ToUnixTimeMilliseconds() ?? EntryRange.Everything.Until, null, page.Descending);
        if (page.Cursor is { } cursor)
        {
            if (await pages.Find(call.Account, new EntryFilter(call.Rows, null).Modes, cursor) is not { } point)
            {
                return new Error(Errors.InvalidCursor) { Param = "cursor" };
            }

            range = range with { After = point };
        }

        Mode? mode = query.Mode is { } text ? ModeText.Parse(text) : null;
        var filter = new EntryFilter(call.Rows, mode, query.AccountType, query.CardId, query.Type, query.JournalId);
        return EntryView.Page(await pages.Read(filter, range, page.Size + 1), page.Size);
    }
}
