using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>The decision on a purchase.</summary>
/// <param name="Decline">The decline; null for an approval.</param>
/// <param name="Code">ISO 8583 field 39.</param>
/// <param name="Held">The amount to hold; zero for a decline and for an account verification.</param>
/// <param name="IsPartial">Whether the held amount is less than the requested one.</param>
internal readonly record struct Verdict(Decline? Decline, string Code, Usd Held, bool IsPartial);
