using Cryptocardium.Kernel.Data;
using Cryptocardium.Treasury.Addresses;
using Cryptocardium.Treasury.Data;
using Cryptocardium.Treasury.Domain;
using Cryptocardium.Treasury.Rails;

namespace Cryptocardium.Treasury.Transfers;

// The point of no return: number, bytes and journal are stored in one commit, and sent after it. Who may be paid is judged here
// once more, for the list may have changed since.
internal sealed class PayoutSigning(UnitOfWork unit, ChainRails rails, DenyList denyList, PayoutJournals books, PayoutOutcome outcome)
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
                await books.Sign(payout);
                return SigningOutcome.Signed;
            case DenyVerdict.Denied:
                payout.Block(unit.Now);
                await books.Release(payout);
                await outcome.Failed(payout, FailureReason.AddressBlocked);
                return SigningOutcome.Blocked;
            default:
                return SigningOutcome.Undecided;
        }
    }
}
