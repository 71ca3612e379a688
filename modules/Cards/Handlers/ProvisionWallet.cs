using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Issuing;
using Cryptocardium.Cards.Wallets;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Mediator;

namespace Cryptocardium.Cards.Handlers;

internal sealed class ProvisionWalletHandler(UnitOfWork unit, IdSource ids, StoredCards cards, StoredWalletTokens wallets)
    : ICommandHandler<ProvisionWallet, Result<V1.WalletToken>>
{
    public async ValueTask<Result<V1.WalletToken>> Handle(ProvisionWallet command, CancellationToken cancellationToken)
    {
        var taken = await cards.Take(command.CardId);
        if (taken.Refused(out var refusal))
        {
            return refusal;
        }

        var card = taken.Value;
        if (card.Status != CardState.Active)
        {
            return NotActive(card.Status);
        }

        if (!BinCatalogue.Of(card.Bin).Wallets.Contains(command.Body.Wallet))
        {
            return new Error(Errors.UnsupportedWallet) { Param = "wallet" };
        }

        if (await wallets.CountInUse(card.Id) >= Domain.WalletToken.LimitOfCard)
        {
            return Errors.WalletTokenLimitReached;
        }

        var token = new Domain.WalletToken
        {
            Id = ids.New<WalletTokenId>().Value,
            AccountId = card.AccountId,
            Mode = card.Mode,
            CardId = card.Id,
            Wallet = command.Body.Wallet,
            DeviceName = command.Body.DeviceName,
            CreatedAt = unit.Now,
            UpdatedAt = unit.Now,
        };
        (await unit.SetOutsideBatch<Domain.WalletToken>()).Add(token);
        card.PrepareFor(token.Wallet, unit.Now);
        return StoredWalletTokens.Show(token, card.Status);
    }

    private static Error NotActive(string status) => new(Errors.ConflictState)
    {
        Message = $"The card is {status}; only an active card can be put into a wallet.",
        Hint = status == CardState.Frozen ? "unfreeze_card makes the card active." : null,
    };
}
