using System.Text.Json;
using Cryptocardium.Accounts.Contract;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Cards.Rails;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;

namespace Cryptocardium.Cards.Handlers;

// Makes a card from an order that was checked: number, vault row, card, shipment and audit entry.
internal sealed class Embosser(Unit unit, IdSource ids, ICardIssuer issuer, Vault vault, IAudit audit)
{
    private const string AuditAction = "card.issued";

    /// <returns>The card and, for a physical one, its shipment; or the issuer's refusal.</returns>
    public async ValueTask<Result<(Domain.Card Card, Shipment? Shipment)>> Emboss(AccountId account, Mode mode, IssueCardRequest order)
    {
        var issued = await issuer.Issue(order.Bin);
        if (issued.Refused(out var refusal))
        {
            return refusal;
        }

        var card = new Domain.Card
        {
            Id = ids.New<CardId>().Value,
            AccountId = account,
            Mode = mode,
            Type = order.Type,
            Bin = order.Bin,
            Last4 = Pan.Last4(issued.Value),
            ExpiresAt = Expiry.Of(unit.Now),
            Label = order.Label,
            Metadata = JsonSerializer.Serialize(order.Metadata ?? new Dictionary<string, string>()),
            Wallets = string.Join(' ', (order.WalletProvision ?? []).Distinct()),
            CreatedAt = unit.Now,
            UpdatedAt = unit.Now,
        };
        (await unit.Set<Domain.Card>()).Add(card);
        await vault.Put(card.Id, issued.Value);
        await audit.Record(AuditAction, card.Id);
        return (card, order.Shipping is null ? null : await Ship(card, order.Shipping));
    }

    private async ValueTask<Shipment> Ship(Domain.Card card, ShippingInput shipping)
    {
        var shipment = new Shipment
        {
            Id = ids.New<ShipmentId>().Value,
            CardId = card.Id,
            Name = shipping.Name,
            Line1 = shipping.Address.Line1,
            Line2 = shipping.Address.Line2,
            City = shipping.Address.City,
            State = shipping.Address.State,
            PostalCode = shipping.Address.PostalCode,
            Country = shipping.Address.Country,
            PhoneNumber = shipping.PhoneNumber,
            Status = Shipment.Pending,
            EarliestDeliveryAt = card.CreatedAt.AddDays(Shipment.EarliestDays),
            LatestDeliveryAt = card.CreatedAt.AddDays(Shipment.LatestDays),
        };
        (await unit.Set<Shipment>()).Add(shipment);
        return shipment;
    }
}
