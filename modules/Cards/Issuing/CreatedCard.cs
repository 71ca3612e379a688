using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Issuing;

/// <summary>A new card with its shipment and controls.</summary>
internal sealed record CreatedCard(Card Card, Shipment? Shipment, CardControls Controls);
