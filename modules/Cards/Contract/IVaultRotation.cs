namespace Cryptocardium.Cards.Contract;

/// <summary>
/// Exchanges the key of the card numbers, for the host's command. Every step is a commit of its own, harmless to a server that
/// runs, and an interrupted rotation goes on where it stopped.
/// </summary>
public interface IVaultRotation
{
    /// <summary>Makes a new key and seals with it what is new from now on; or takes up a rotation that was interrupted.</summary>
    ValueTask<VaultRotation> Begin(CancellationToken cancellationToken);

    /// <summary>Re-wraps some of the numbers that older keys seal.</summary>
    /// <param name="after">The last card of the step before; empty in the first.</param>
    /// <param name="cancellationToken">Ends it between two steps.</param>
    ValueTask<VaultStep> Step(string after, CancellationToken cancellationToken);
}
