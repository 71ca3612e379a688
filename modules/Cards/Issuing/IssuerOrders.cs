using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Issuing;

// Stores orders for the issuer in the commit that changes the card. The unit of work has locked or created the card.
internal sealed class IssuerOrders(UnitOfWork unit, IdSource ids)
{
    public ValueTask Open(Card card, string issuedAs) => Add(card, IssuerOrderKind.Open, issuedAs: issuedAs);

    public ValueTask Freeze(Card card) => Add(card, IssuerOrderKind.Freeze);

    public ValueTask Unfreeze(Card card) => Add(card, IssuerOrderKind.Unfreeze);

    public ValueTask Load(Card card, Usd amount) => Add(card, IssuerOrderKind.Load, amount);

    public ValueTask Unload(Card card, Usd amount) => Add(card, IssuerOrderKind.Unload, amount);

    public ValueTask Cancel(Card card) => Add(card, IssuerOrderKind.Cancel);

    public ValueTask Replace(Card old, Card by, string issuedAs) => Add(old, IssuerOrderKind.Replace, newCard: by.Id, issuedAs: issuedAs);

    private async ValueTask Add(Card card, string kind, Usd? amount = null, string? newCard = null, string? issuedAs = null) =>
        (await unit.SetOutsideBatch<IssuerOperation>()).Add(new IssuerOperation
        {
            Id = ids.NewText(IssuerOperation.IdPrefix),
            AccountId = card.AccountId,
            Mode = card.Mode,
            CardId = card.Id,
            Kind = kind,
            AmountUsd = amount,
            NewCardId = newCard,
            IssuedAs = issuedAs,
            CreatedAt = unit.Now,
            LookAfter = unit.Now,
        });
}
