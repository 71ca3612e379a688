using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Data;

/// <summary>A card that a job has to do with.</summary>
internal sealed record DueCard(string Card, AccountId Account);
