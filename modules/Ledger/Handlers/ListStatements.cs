using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Ledger.Handlers;

internal sealed class ListStatementsHandler(UnitOfWork unit, Call call, IAccountModes modes, StatementReader statements, EntryPages pages)
    : IQueryHandler<ListStatements, Result<StatementList>>
{
    public ValueTask<Result<StatementList>> Handle(ListStatements query, CancellationToken cancellationToken) =>
        unit.InSnapshot(() => Read(query));

    private async ValueTask<Result<StatementList>> Read(ListStatements query)
    {
        var mode = query.Mode is { } text ? ModeText.Parse(text) : await modes.ModeOf(call.Caller);
        var now = Period.Of(unit.Now);
        var first = await pages.FirstPeriod(call.Rows.OwnerIn(mode), mode);
        var newest = now;
        if (query.Cursor is { } cursor)
        {
            if (Period.AtCursor(cursor) is not { } last || last < first || last > now || first is null)
            {
                return new Error(Errors.InvalidCursor) { Param = "cursor" };
            }

            newest = last.Previous;
        }

        var size = PageQuery.Of(query).Size;
        var periods = new List<Period>();
        for (var period = newest; period >= first && periods.Count <= size; period = period.Previous)
        {
            periods.Add(period);
        }

        return await Page(mode, [.. periods.Take(size)], periods.Count > size);
    }

    private async ValueTask<StatementList> Page(Mode mode, List<Period> periods, bool hasMore)
    {
        var data = new List<StatementSummary>();
        var closing = periods.Count == 0 ? Usd.Zero : await statements.NetBalanceBefore(call.Rows.OwnerIn(mode), mode, periods[0].End);
        foreach (var period in periods)
        {
            var opening = await statements.NetBalanceBefore(call.Rows.OwnerIn(mode), mode, period.Start);
            data.Add(new StatementSummary
            {
                Period = period.ToString(),
                Mode = mode.Text(),
                Status = period.IsClosed(unit.Now) ? StatementStatus.Closed : StatementStatus.Open,
                StartsAt = period.Start,
                EndsAt = period.End,
                OpeningUsd = opening,
                ClosingUsd = closing,
            });
            closing = opening;
        }

        return new StatementList { Data = data, HasMore = hasMore, NextCursor = hasMore ? periods[^1].Cursor : null };
    }
}
