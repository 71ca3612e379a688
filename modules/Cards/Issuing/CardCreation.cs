using Cryptocardium.Accounts.Contract;
using Cryptocardium.Cards.Data;
using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.V1;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Cards.Issuing;

// Creates a card of a checked order, or the replacement of a card: vault row, card, controls, shipment and audit entry.
internal sealed class CardCreation(UnitOfWork unit, IdSource ids, CardOpening opening, IAudit audit)
{
    /// <returns>The card; a refusal if the issuer made none for it.</returns>
    public ValueTask<Result<CreatedCard>> Create(AccountId account, IssueOrder checkedOrder, IssueCardRequest order) => Create(
        checkedOrder.Mode,
        pan => new Domain.Card
        {
            Id = ids.New<CardId>().Value,
            AccountId = account,
            Mode = checkedOrder.Mode,
            Type = order.Type,
            Bin = order.Bin,
            Last4 = Pan.Last4(pan),
            ExpiresAt = Expiry.Of(unit.Now),
            Label = order.Label,
            Metadata = CardMetadata.Text(order.Metadata),
            Wallets = string.Join(' ', (order.WalletProvision ?? []).Distinct()),
            CreatedAt = unit.Now,
            UpdatedAt = unit.Now,
        },
        opening.Open,
        (checkedOrder.Controls, Usage.None),
        order.Shipping);

    /// <summary>Creates a replacement with a new number and the settings of the old card.</summary>
    /// <param name="old">The card to replace.</param>
    /// <param name="shipping">The delivery address; null for that of the old card.</param>
    /// <returns>The card; a refusal if the issuer made none for it.</returns>
    public async ValueTask<Result<CreatedCard>> Replace(Domain.Card old, ShippingInput? shipping)
    {
        var stored = await unit.ControlsOf(old.Id);
        return await Create(
            old.Mode,
            pan => new Domain.Card
            {
                Id = ids.New<CardId>().Value,
                AccountId = old.AccountId,
                Mode = old.Mode,
                Type = old.Type,
                Bin = old.Bin,
                Last4 = Pan.Last4(pan),
                ExpiresAt = Expiry.Of(unit.Now),
                Label = old.Label,
                Metadata = old.Metadata,
                Wallets = old.Wallets,
                ReplacementFor = old.Id,
                CreatedAt = unit.Now,
                UpdatedAt = unit.Now,
            },
            (card, inert) => opening.Replace(old, card, inert),
            (stored.Controls(), stored.Usage()),
            shipping ?? await AddressOf(old));
    }

    private async ValueTask<Result<CreatedCard>> Create(
        Mode mode, Func<Secret<string>, Domain.Card> make, Func<Domain.Card, InertCard, ValueTask> open, (CardControls Controls, Usage Usage) rules,
        ShippingInput? shipping)
    {
        var inert = opening.Take(mode);
        if (inert.Refused(out var refusal))
        {
            return refusal;
        }

        var card = make(inert.Value.Pan);
        (await unit.SetOutsideBatch<Domain.Card>()).Add(card);
        if (rules.Controls != CardControls.None || rules.Usage != Usage.None)
        {
            (await unit.SetOutsideBatch<ControlRow>()).Add(ControlRow.Of(card.Id, rules.Controls, rules.Usage));
        }

        await open(card, inert.Value);
        var action = card.ReplacementFor is null ? AuditActions.CardIssued : AuditActions.CardReplaced;
        await audit.Record(action, card.ReplacementFor ?? card.Id, card.Mode);
        return new CreatedCard(card, shipping is null ? null : await Ship(card, shipping), rules.Controls);
    }

    private async ValueTask<Domain.Shipment> Ship(Domain.Card card, ShippingInput shipping)
    {
        var days = Domain.Shipment.EarliestDays + ids.Below(Domain.Shipment.LatestDays - Domain.Shipment.EarliestDays + 1);
        var shipment = new Domain.Shipment
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
            EarliestDeliveryAt = card.CreatedAt.AddDays(Domain.Shipment.EarliestDays),
            LatestDeliveryAt = card.CreatedAt.AddDays(Domain.Shipment.LatestDays),
            ArrivesAt = card.CreatedAt.AddDays(days),
            UpdatedAt = card.CreatedAt,
        };
        shipment.Schedule(card.CreatedAt.AddDays(Domain.Shipment.PreparationDays));
        (await unit.SetOutsideBatch<Domain.Shipment>()).Add(shipment);
        return shipment;
    }

    private async ValueTask<ShippingInput?> AddressOf(Domain.Card old)
    {
        if (old.Type != Domain.CardType.Physical)
        {
            return null;
        }

        var sent = await (await unit.SetOutsideBatch<Domain.Shipment>()).AsNoTracking().SingleAsync(row => row.CardId == old.Id);
        return new ShippingInput
        {
            Name = sent.Name,
            Address = new()
            {
                Line1 = sent.Line1,
                Line2 = sent.Line2,
                City = sent.City,
                State = sent.State,
                PostalCode = sent.PostalCode,
                Country = sent.Country,
            },
            PhoneNumber = sent.PhoneNumber,
        };
    }
}
