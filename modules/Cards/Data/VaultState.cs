namespace Cryptocardium.Cards.Data;

// The generations of keys in use: one, or two during a rotation. The table has one row.
internal sealed class VaultState
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public int CurrentVersion { get; init; }

    /// <summary>Less than the current version while numbers are re-wrapped.</summary>
    public int OldestVersion { get; init; }
}
