using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Transfers;

// Signs a payout: nonce, bytes and journal are stored in one commit and sent after it, so it cannot be cancelled any more. The address
// is checked again, because the deny-list may have changed since the payout was created.
internal sealed class PayoutSigning(UnitOfWork unit, ChainRails rails, DenyList denyList, PayoutJournals journals, PayoutOutcome outcome)
{
    public async ValueTask<SigningOutcome> Sign(Payout payout, TimeSpan lease)
    {
        switch (denyList.Judge(payout.ToAddress))
        {
            case DenyVerdict.Allowed:
                var chain = rails.For(payout.Mode);
                var nonce = await unit.One(PayoutSql.NextNonce, static row => row.GetInt64("nonce"), chain.WalletOf(payout));
                var signed = chain.Sign(payout, nonce);
                payout.Sign(nonce, signed.Bytes, signed.TxHash, lease, unit.Now);
                await journals.Sign(payout);
                return SigningOutcome.Signed;
            case DenyVerdict.Denied:
                payout.Block(unit.Now);
                await journals.Release(payout);
                await outcome.Failed(payout, FailureReason.AddressBlocked);
                return SigningOutcome.Blocked;
            default:
                return SigningOutcome.Undecided;
        }
    }
}
