using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>How far a purchase has come.</summary>
/// <param name="Authorized">What was approved in all.</param>
/// <param name="Reversed">What was released of it without a capture.</param>
/// <param name="Captured">What the merchant took.</param>
/// <param name="IsOver">Whether the merchant said that no further capture follows.</param>
internal readonly record struct PurchaseProgress(Usd Authorized, Usd Reversed, Usd Captured, bool IsOver);
