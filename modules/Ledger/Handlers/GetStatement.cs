using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;
using Cryptocardium.Ledger.Statements;
using Cryptocardium.V1;
using Mediator;
using Statement = Cryptocardium.V1.Statement;

namespace Cryptocardium.Ledger.Handlers;

internal sealed class GetStatementHandler(UnitOfWork unit, Call call, IAccountModes modes, StatementReader statements, StatementEntries entries)
    : IQueryHandler<GetStatement, Result<Statement>>
{
    public ValueTask<Result<Statement>> Handle(GetStatement query, CancellationToken cancellationToken) =>
        unit.InSnapshot(() => Read(query));

    private async ValueTask<Result<Statement>> Read(GetStatement query)
    {
        var mode = query.Mode is { } text ? ModeText.Parse(text) : await modes.ModeOf(call.Caller);
        if (Period.Parse(query.Period) is not { } period
            || period > Period.Of(unit.Now) || await entries.FirstPeriod(call.Rows.OwnerIn(mode), mode) is not { } first || period < first)
        {
            return new Error(Errors.ResourceNotFound) { Param = "period" };
        }

        if (call.MediaType == StatementEntries.Csv)
        {
            call.Download = await entries.Download(call.Rows.OwnerIn(mode), mode, period);
            return default;
        }

        var page = await entries.Page(call.Rows.OwnerIn(mode), mode, period, PageQuery.Of(query));
        return page.Refused(out var refusal) ? refusal : await Show(mode, period, page.Value);
    }

    private async ValueTask<Statement> Show(Mode mode, Period period, LedgerEntryList page)
    {
        var classes = await statements.Read(call.Rows.OwnerIn(mode), mode, period);
        return new Statement
        {
            Period = period.ToString(),
            Mode = mode.Text(),
            Status = period.IsClosed(unit.Now) ? StatementStatus.Closed : StatementStatus.Open,
            StartsAt = period.Start,
            EndsAt = period.End,
            OpeningUsd = classes.Aggregate(Usd.Zero, static (total, month) => total + month.Worth(month.Opening)),
            ClosingUsd = classes.Aggregate(Usd.Zero, static (total, month) => total + month.Worth(month.Closing)),
            Accounts = [.. classes.Select(Show)],
            Entries = page,
        };
    }

    private static StatementAccount Show(MonthOfClass month) => new()
    {
        AccountType = month.Name,
        OpeningUsd = month.Opening,
        CreditsUsd = month.Grown,
        DebitsUsd = month.Shrunk,
        ClosingUsd = month.Closing,
        EntryCount = month.EntryCount,
    };
}
