using Cryptocardium.Kernel;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.Treasury.Withdrawals;
using Cryptocardium.V1;
using Mediator;
using Withdrawal = Cryptocardium.Treasury.Domain.Withdrawal;

namespace Cryptocardium.Treasury.Handlers;

internal sealed class QuoteWithdrawalHandler(Call call, WithdrawalCheck check, ILedger ledger)
    : IQueryHandler<QuoteWithdrawal, Result<WithdrawalQuote>>
{
    public async ValueTask<Result<WithdrawalQuote>> Handle(QuoteWithdrawal query, CancellationToken cancellationToken)
    {
        var body = query.Body;
        var judged = await check.Check(body.AmountUsd, body.Chain, body.Address, body.Mode);
        if (judged.Refused(out var error))
        {
            return error;
        }

        var (terms, _) = judged.Value;
        return new WithdrawalQuote
        {
            Mode = terms.Mode.Text(),
            AmountUsd = terms.Amount,
            NetworkFeeUsd = terms.Chain.NetworkFeeUsd,
            NetUsd = terms.Net,
            Asset = terms.Chain.Token.Asset,
            Chain = terms.Chain.Key,
            MinimumUsd = Withdrawal.Minimum,
            AvailableUsd = await ledger.Balance(Chart.TreasuryAvailable(call.Account, terms.Mode)),
        };
    }
}
