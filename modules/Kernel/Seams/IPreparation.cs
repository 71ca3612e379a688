namespace Cryptocardium.Kernel;

/// <summary>
/// Work of a command before its unit of work, while no lock and no connection is held: password hashing, a call of a port. It must be
/// harmless if the command is then refused. <see cref="Prepared{T}"/> carries its result to the handler.
/// </summary>
/// <typeparam name="TMessage">The command.</typeparam>
public interface IPreparation<in TMessage>
{
    /// <summary>Prepares.</summary>
    /// <returns>A refusal that ends the command and is not stored for its Idempotency-Key; null to continue.</returns>
    ValueTask<Error?> Prepare(TMessage message, CancellationToken cancellationToken);
}
