namespace Cryptocardium.Kernel;

/// <summary>Runs operations of the contract for every channel, in the scope of their <see cref="Call"/>.</summary>
public interface IOperations
{
    /// <summary>Checks path, query and body of a call against the contract.</summary>
    /// <returns>The refusal; null for a valid call.</returns>
    Error? Check(OperationCall call);

    /// <summary>Checks the call, claims its Idempotency-Key, sends its message and returns the result.</summary>
    ValueTask<OperationAnswer> Run(OperationCall call, CancellationToken cancellationToken);
}
