using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Issuing;

/// <summary>The rows that belong to a card.</summary>
/// <param name="Shipment">The card's shipment; null for a virtual card.</param>
/// <param name="Controls">The card's controls.</param>
/// <param name="Tokens">The card's wallet tokens.</param>
internal sealed record CardParts(Shipment? Shipment, CardControls Controls, IReadOnlyList<WalletToken> Tokens);
