using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>What becomes of a purchase.</summary>
/// <param name="Decline">Why it is declined; null when it is approved.</param>
/// <param name="Code">ISO 8583 field 39.</param>
/// <param name="Held">What is held for it; nothing for a decline and for the verification of an account.</param>
/// <param name="IsPartial">Whether that is less than was asked for.</param>
internal readonly record struct Verdict(Decline? Decline, string Code, Usd Held, bool IsPartial);
