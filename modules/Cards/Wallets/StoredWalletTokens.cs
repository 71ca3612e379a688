using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Wallets;

// Finds and moves a card's wallet tokens.
internal sealed class StoredWalletTokens(UnitOfWork unit)
{
    /// <summary>Counts the tokens that are not removed.</summary>
    public async ValueTask<int> CountInUse(string card) =>
        await (await unit.SetOutsideBatch<Domain.WalletToken>()).CountAsync(token => token.CardId == card && !token.IsRemoved);

    /// <summary>Moves a card's tokens to its replacement, so that the devices keep them.</summary>
    /// <returns>The moved tokens.</returns>
    public async ValueTask<IReadOnlyList<Domain.WalletToken>> MoveTo(string from, string to)
    {
        var tokens = await (await unit.SetOutsideBatch<Domain.WalletToken>()).Where(token => token.CardId == from && !token.IsRemoved).ToListAsync();
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
