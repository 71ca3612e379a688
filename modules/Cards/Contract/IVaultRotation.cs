namespace Cryptocardium.Cards.Contract;

/// <summary>
/// Rotates the key of the card numbers, for the host's command. Each step is a commit of its own and can run beside a server. An
/// interrupted rotation can be resumed.
/// </summary>
public interface IVaultRotation
{
    /// <summary>Makes a new key, with which numbers are sealed from then on; or resumes an interrupted rotation.</summary>
    ValueTask<VaultRotation> Begin(CancellationToken cancellationToken);

    /// <summary>Re-wraps a batch of numbers that older keys seal.</summary>
    /// <param name="after">The last card of the previous step; empty for the first step.</param>
    /// <param name="cancellationToken">Cancels between two steps.</param>
    ValueTask<VaultStep> Step(string after, CancellationToken cancellationToken);
}
