using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Ledger.Handlers;

internal sealed class GetStatementHandler(Unit unit, Call call, IAccountModes modes, StatementBook book, StatementEntries entries)
    : IQueryHandler<GetStatement, Result<AccountStatement>>
{
    public ValueTask<Result<AccountStatement>> Handle(GetStatement query, CancellationToken cancellationToken) =>
        unit.AtOneMoment(() => Read(query));

    private async ValueTask<Result<AccountStatement>> Read(GetStatement query)
    {
        var mode = query.Mode is { } text ? ModeText.Parse(text) : await modes.ModeOf(call.Account);
        if (Period.Parse(query.Period) is not { } period
            || period > Period.Of(unit.Now) || await book.FirstPeriod(call.Account, mode) is not { } first || period < first)
        {
            return new Error(Errors.ResourceNotFound) { Param = "period" };
        }

        if (call.MediaType == StatementEntries.Csv)
        {
            call.Download = await entries.Download(call.Account, mode, period);
            return default;
        }

        var page = await entries.Page(call.Account, mode, period, new PageQuery(query.Limit, query.Cursor, null));
        return page.Refused(out var refusal) ? refusal : await Show(mode, period, page.Value);
    }

    private async ValueTask<AccountStatement> Show(Mode mode, Period period, StatementPage page)
    {
        var months = (await book.Read(call.Account, mode, period)).ToDictionary(month => month.AccountNo);
        var accounts = page.Accounts.Where(account => months.ContainsKey(account.No)).ToList();
        return new AccountStatement
        {
            Period = period.ToString(),
            Mode = mode.Text(),
            Status = period.IsClosed(unit.Now) ? StatementStatus.Closed : StatementStatus.Open,
            StartsAt = period.Start,
            EndsAt = period.End,
            OpeningUsd = Sum(accounts, account => account.Worth(months[account.No].Opening)),
            ClosingUsd = Sum(accounts, account => account.Worth(months[account.No].Closing)),
            Accounts =
            [
                .. from name in ShownAccounts.InOrder
                   let kind = accounts.Where(account => account.Name == name).Select(account => months[account.No]).ToList()
                   where kind.Count > 0
                   select Show(name, kind),
            ],
            Entries = page.Entries,
        };
    }

    private static StatementAccount Show(string name, List<AccountMonth> months) => new()
    {
        Account = name,
        OpeningUsd = Sum(months, month => month.Opening),
        CreditsUsd = Sum(months, month => month.Grown),
        DebitsUsd = Sum(months, month => month.Shrunk),
        ClosingUsd = Sum(months, month => month.Closing),
        EntryCount = months.Sum(month => month.EntryCount),
    };

    private static Usd Sum<T>(List<T> items, Func<T, Usd> amount) => items.Aggregate(Usd.Zero, (total, item) => total + amount(item));
}
