using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Issuing;

// The checks of an order, in their documented order. The controls, the mode, the number from the issuer and the treasury's balance are
// checked afterwards, in this order.
internal static class IssueCardChecks
{
    public static Error? FirstFailure(IssueCardRequest order)
    {
        if (BinCatalogue.Find(order.Bin) is not { } bin)
        {
            return new Error(Errors.BinNotFound) { Param = "bin" };
        }

        if (bin.Type != order.Type)
        {
            return new Error(Errors.BinTypeMismatch) { Param = "bin" };
        }

        if (order.WalletProvision is { } wallets && wallets.Any(wallet => !bin.Wallets.Contains(wallet)))
        {
            return new Error(Errors.UnsupportedWallet) { Param = "wallet_provision" };
        }

        if (order.Type == Domain.CardType.Physical && order.Shipping is null)
        {
            return new Error(Errors.ShippingRequired) { Param = "shipping" };
        }

        if (order.Type == Domain.CardType.Virtual && order.Shipping is not null)
        {
            return new Error(Errors.ShippingNotAllowed) { Param = "shipping" };
        }

        return order.Metadata is { } metadata && CardMetadata.HasBadKey(metadata.Keys)
            ? new Error(Errors.InvalidMetadataKey) { Param = "metadata" }
            : null;
    }
}
