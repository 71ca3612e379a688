namespace Cryptocardium.Cards.Data;

// Which generations of keys are in use: one, or during a rotation two. One row.
internal sealed class VaultState
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public int CurrentVersion { get; init; }

    /// <summary>Less than the current one while numbers are re-wrapped.</summary>
    public int OldestVersion { get; init; }
}
