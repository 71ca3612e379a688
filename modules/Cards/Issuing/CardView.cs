using Cryptocardium.Cards.Controls;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Shipping;
using Cryptocardium.Cards.Wallets;
using Cryptocardium.Kernel;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Issuing;

// Converts a card to its resource.
internal static class CardView
{
    public static V1.Card Show(Domain.Card card, CardParts parts, Usd balance, Usd held) => new()
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
        Metadata = CardMetadata.Read(card.Metadata),
        Wallets = WalletView.Show(card, parts.Tokens),
        Limits = ControlsView.Show(parts.Controls.Limits),
        Mcc = ControlsView.Mcc(parts.Controls.Mcc),
        Geo = ControlsView.Geo(parts.Controls.Geo),
        AutoCancel = ControlsView.Show(parts.Controls.AutoCancel),
        Freeze = card.DeclineAs is null ? null : new() { DeclineAs = card.DeclineAs },
        Shipping = parts.Shipment is null ? null : ShipmentView.OnCard(parts.Shipment),
        ActivatedAt = card.ActivatedAt,
        ReplacementFor = card.ReplacementFor,
        ReplacedBy = card.ReplacedBy,
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
        Limits = card.Limits,
        Mcc = card.Mcc,
        Geo = card.Geo,
        AutoCancel = card.AutoCancel,
        Shipping = card.Shipping,
        RailFeeUsd = fee,
        NewTreasuryBalanceUsd = treasuryBalance,
    };
}
