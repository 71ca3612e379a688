using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Data;

/// <summary>A card with due work of a job.</summary>
internal sealed record DueCard(string Card, AccountId Account);
