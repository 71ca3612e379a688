using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Wallets;

// A card's tokens in mobile wallets.
internal sealed class StoredWalletTokens(UnitOfWork unit)
{
    /// <summary>Tokens that are not removed.</summary>
    public async ValueTask<int> CountInUse(string card) =>
        await (await unit.Set<Domain.WalletToken>()).CountAsync(token => token.CardId == card && !token.IsRemoved);

    /// <summary>Gives a card's tokens to the card that replaces it: the devices keep them.</summary>
    /// <returns>The tokens.</returns>
    public async ValueTask<IReadOnlyList<Domain.WalletToken>> MoveTo(string from, string to)
    {
        var tokens = await (await unit.Set<Domain.WalletToken>()).Where(token => token.CardId == from && !token.IsRemoved).ToListAsync();
        foreach (var token in tokens)
        {
            token.CardId = to;
            token.UpdatedAt = unit.Now;
        }

        return tokens;
    }

    public static V1.WalletToken Show(Domain.WalletToken token, string cardStatus) => new()
    {
        Id = token.Id,
        CreatedAt = token.CreatedAt,
        UpdatedAt = token.UpdatedAt,
        Mode = token.Mode.Text(),
        CardId = token.CardId,
        Wallet = token.Wallet,
        Status = Status(token, cardStatus),
        DeviceName = token.DeviceName,
    };

    private static string Status(Domain.WalletToken token, string cardStatus) =>
        token.IsRemoved || cardStatus == CardState.Cancelled ? WalletTokenStatus.Removed
        : cardStatus == CardState.Frozen ? WalletTokenStatus.Suspended
        : WalletTokenStatus.Active;
}
