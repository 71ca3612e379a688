using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Ledger.Handlers;

internal sealed class GetLedgerProofHandler(Unit unit, Call call, IAccountModes modes, CustomerAccounts customer, ChainHeads heads)
    : IQueryHandler<GetLedgerProof, Result<LedgerProof>>
{
    public ValueTask<Result<LedgerProof>> Handle(GetLedgerProof query, CancellationToken cancellationToken) =>
        unit.AtOneMoment<Result<LedgerProof>>(async () =>
        {
            var mode = query.Mode is { } text ? ModeText.Parse(text) : await modes.ModeOf(call.Account);
            var accounts = await customer.Of(call.Account, mode);
            return new LedgerProof
            {
                CreatedAt = unit.Now,
                Mode = mode.Text(),
                Accounts = [.. accounts.Select(Show)],
                TotalUsd = accounts.Aggregate(Usd.Zero, (total, account) => total + account.Worth(account.Balance)),
                Heads = [.. (await heads.Read()).Select(Show)],
            };
        });

    private static LedgerProofAccount Show(CustomerAccount account) => new()
    {
        Account = account.Name,
        CardId = account.CardId,
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
