using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

/// <summary>What an authorisation or a capture needs to know of a card, read in the transaction that decides.</summary>
internal sealed record CardFacts(string Id, AccountId Account, Mode Mode, Bin Bin, string Status, bool IsSoftFrozen, DateTimeOffset ExpiresAt);
