using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Issuing;

/// <summary>What an order that was checked comes to.</summary>
/// <param name="Mode">The book of the card.</param>
/// <param name="Controls">What the card may do.</param>
internal sealed record IssueOrder(Mode Mode, CardControls Controls);
