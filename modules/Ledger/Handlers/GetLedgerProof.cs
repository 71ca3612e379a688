using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.Ledger.Data;
using Cryptocardium.Ledger.Domain;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Ledger.Handlers;

internal sealed class GetLedgerProofHandler(UnitOfWork unit, Call call, IAccountModes modes, CustomerAccounts customer, VerifiedLanes lanes)
    : IQueryHandler<GetLedgerProof, Result<LedgerProof>>
{
    private const long Beginning = 0;

    public ValueTask<Result<LedgerProof>> Handle(GetLedgerProof query, CancellationToken cancellationToken) =>
        unit.InSnapshot(() => Read(query));

    private async ValueTask<Result<LedgerProof>> Read(GetLedgerProof query)
    {
        var mode = query.Mode is { } text ? ModeText.Parse(text) : await modes.ModeOf(call.Caller);
        var owner = call.Rows.OwnerIn(mode);
        var page = PageQuery.Of(query) with { Limit = query.Limit ?? PageQuery.LimitMax };
        if ((page.Cursor is { } cursor ? await customer.Find(owner, mode, cursor) : Beginning) is not { } after)
        {
            return new Error(Errors.InvalidCursor) { Param = "cursor" };
        }

        var accounts = Page.First(
            await customer.Page(owner, mode, after, page.Size + 1), page.Size, static account => VisibleAccounts.CursorOf(account.Account));
        return new LedgerProof
        {
            CreatedAt = unit.Now,
            Mode = mode.Text(),
            Accounts = new LedgerProofAccountList
            {
                Data = [.. accounts.Rows.Select(Show)],
                HasMore = accounts.HasMore,
                NextCursor = accounts.NextCursor,
            },
            TotalUsd = (await customer.Sum(owner, mode)).Total,
            Head = await lanes.Head() is { } head ? Show(head) : null,
        };
    }

    private static LedgerProofAccount Show(CustomerAccount account) => new()
    {
        AccountType = account.Account.Name,
        CardId = account.Account.CardId,
        BalanceUsd = account.Balance,
        EntryCount = account.EntryCount,
    };

    private static LedgerHead Show(VerifiedHead head) => new() { Id = head.Id, Hash = head.Hash, VerifiedAt = head.VerifiedAt };
}
