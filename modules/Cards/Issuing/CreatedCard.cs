using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Issuing;

/// <summary>A card that was just made.</summary>
internal sealed record CreatedCard(Card Card, Shipment? Shipment, CardControls Controls);
