using Cryptocardium.Cards.Domain;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Wallets;

// Converts a card's wallets to their resources.
internal static class WalletView
{
    public static IReadOnlyList<CardWallet> Show(Domain.Card card, IReadOnlyList<Domain.WalletToken> tokens) =>
    [
        .. card.Wallets.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(wallet => new CardWallet { Wallet = wallet, Status = Status(card.Status, tokens.Where(token => token.Wallet == wallet)) }),
    ];

    // A wallet is active if one of its tokens is.
    private static string Status(string card, IEnumerable<Domain.WalletToken> tokens) =>
        card == CardState.Cancelled ? WalletStatus.Removed
        : !tokens.Any() ? WalletStatus.Ready
        : tokens.All(token => token.IsRemoved) ? WalletStatus.Removed
        : card == CardState.Frozen ? WalletStatus.Suspended
        : WalletStatus.Active;
}
