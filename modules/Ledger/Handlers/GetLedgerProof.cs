using System.Globalization;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Kernel.Paging;
using Cryptocardium.Ledger.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Ledger.Handlers;

internal sealed class GetLedgerProofHandler(UnitOfWork unit, Call call, IAccountModes modes, CustomerAccounts customer, ChainHeads heads)
    : IQueryHandler<GetLedgerProof, Result<LedgerProof>>
{
    private const long Beginning = 0;

    public ValueTask<Result<LedgerProof>> Handle(GetLedgerProof query, CancellationToken cancellationToken) =>
        unit.InSnapshot(() => Read(query));

    private async ValueTask<Result<LedgerProof>> Read(GetLedgerProof query)
    {
        var mode = query.Mode is { } text ? ModeText.Parse(text) : await modes.ModeOf(call.Caller);
        var page = PageQuery.Of(query) with { Limit = query.Limit ?? PageQuery.LimitMax };
        if (await After(page.Cursor, mode) is not { } after)
        {
            return new Error(Errors.InvalidCursor) { Param = "cursor" };
        }

        var accounts = Page.First(await customer.Page(call.Rows.OwnerIn(mode), mode, after, page.Size + 1), page.Size, Cursor);
        return new LedgerProof
        {
            CreatedAt = unit.Now,
            Mode = mode.Text(),
            Accounts = [.. accounts.Rows.Select(Show)],
            HasMore = accounts.HasMore,
            NextCursor = accounts.NextCursor,
            TotalUsd = (await customer.Sum(call.Rows.OwnerIn(mode), mode)).Total,
            Heads = [.. (await heads.Read()).Select(Show)],
        };
    }

    // The number of the last account of the previous page.
    private async ValueTask<long?> After(string? cursor, Mode mode)
    {
        if (cursor is null)
        {
            return Beginning;
        }

        return long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > Beginning
            && await customer.Page(call.Rows.OwnerIn(mode), mode, number - 1, 1) is [var account] && Cursor(account) == cursor
            ? number
            : null;
    }

    private static string Cursor(CustomerAccount account) => account.Account.No.ToString(CultureInfo.InvariantCulture);

    private static LedgerProofAccount Show(CustomerAccount account) => new()
    {
        Account = account.Account.Name,
        CardId = account.Account.CardId,
        BalanceUsd = account.Balance,
        EntryCount = account.EntryCount,
    };

    private static LedgerHead Show(ChainHead head) => new()
    {
        Lane = head.Lane,
        Sequence = head.Sequence,
        Hash = Convert.ToHexStringLower(head.Hash),
        VerifiedThroughSequence = head.VerifiedThrough,
        VerifiedAt = head.VerifiedAt is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null,
    };
}
