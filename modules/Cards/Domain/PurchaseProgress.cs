using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>The amounts of a purchase so far.</summary>
/// <param name="Authorized">The approved amount.</param>
/// <param name="Reversed">The amount released without a capture.</param>
/// <param name="Captured">The captured amount.</param>
/// <param name="IsOver">Whether the final capture has arrived.</param>
internal readonly record struct PurchaseProgress(Usd Authorized, Usd Reversed, Usd Captured, bool IsOver);
