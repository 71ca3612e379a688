namespace Cryptocardium.Kernel;

/// <summary>
/// What a command does before its unit of work, while no lock is held: hashing a password, calling an issuer by our own
/// reference. It must be harmless when the command then does not happen. A scoped service carries its result to the handler.
/// </summary>
/// <typeparam name="TMessage">The command.</typeparam>
public interface IPreparation<in TMessage>
{
    /// <summary>Prepares.</summary>
    /// <returns>A refusal that ends the command and is not remembered for its Idempotency-Key; null to go on.</returns>
    ValueTask<Error?> Prepare(TMessage message, CancellationToken cancellationToken);
}
