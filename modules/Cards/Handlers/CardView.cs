using System.Text.Json;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Handlers;

// A card as the contract shows it.
internal static class CardView
{
    public static V1.Card Show(Domain.Card card, Shipment? shipment, Usd balance, Usd held) => new()
    {
        Id = card.Id,
        CreatedAt = card.CreatedAt,
        UpdatedAt = card.UpdatedAt,
        Mode = card.Mode.Text(),
        Type = card.Type,
        Bin = card.Bin,
        Brand = BinCatalogue.Of(card.Bin).Brand,
        Status = card.Status,
        Last4 = card.Last4,
        ExpiresAt = Expiry.Text(card.ExpiresAt),
        BalanceUsd = balance,
        HeldUsd = held,
        Label = card.Label,
        Metadata = JsonSerializer.Deserialize<Dictionary<string, string>>(card.Metadata)!,
        Wallets =
        [
            .. card.Wallets.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(wallet => new CardWallet { Wallet = wallet, Status = WalletStatus.Ready }),
        ],
        Shipping = shipment is null ? null : Show(shipment),
        CancelReason = card.CancelReason,
    };

    public static IssuedCard Issued(V1.Card card, Usd? fee, Usd treasuryBalance) => new()
    {
        Id = card.Id,
        CreatedAt = card.CreatedAt,
        UpdatedAt = card.UpdatedAt,
        Mode = card.Mode,
        Type = card.Type,
        Bin = card.Bin,
        Brand = card.Brand,
        Status = card.Status,
        Last4 = card.Last4,
        ExpiresAt = card.ExpiresAt,
        BalanceUsd = card.BalanceUsd,
        HeldUsd = card.HeldUsd,
        Label = card.Label,
        Metadata = card.Metadata,
        Wallets = card.Wallets,
        Shipping = card.Shipping,
        RailFeeUsd = fee,
        NewTreasuryBalanceUsd = treasuryBalance,
    };

    private static Shipping Show(Shipment shipment) => new()
    {
        Name = shipment.Name,
        Address = new Address
        {
            Line1 = shipment.Line1,
            Line2 = shipment.Line2,
            City = shipment.City,
            State = shipment.State,
            PostalCode = shipment.PostalCode,
            Country = shipment.Country,
        },
        PhoneNumber = shipment.PhoneNumber,
        Status = shipment.Status,
        EarliestDeliveryAt = shipment.EarliestDeliveryAt,
        LatestDeliveryAt = shipment.LatestDeliveryAt,
    };
}
