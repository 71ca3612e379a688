using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Issuing;

/// <summary>A checked order for a card.</summary>
/// <param name="Mode">The card's mode.</param>
/// <param name="Controls">The card's controls.</param>
internal sealed record IssueOrder(Mode Mode, CardControls Controls);
