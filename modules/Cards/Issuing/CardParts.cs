using Cryptocardium.Cards.Domain;

namespace Cryptocardium.Cards.Issuing;

/// <summary>What belongs to a card beside its own row and its money.</summary>
/// <param name="Shipment">Its way to its holder; null for a virtual card.</param>
/// <param name="Controls">What it may do.</param>
/// <param name="Tokens">The devices that it is on.</param>
internal sealed record CardParts(Shipment? Shipment, CardControls Controls, IReadOnlyList<WalletToken> Tokens);
