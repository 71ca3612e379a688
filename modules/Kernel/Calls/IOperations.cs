namespace Cryptocardium.Kernel;

/// <summary>Runs operations of the contract for every channel, in the scope of the <see cref="Call"/> that they belong to.</summary>
public interface IOperations
{
    /// <summary>Checks path, query and body of a call against the contract.</summary>
    /// <returns>The refusal, or null.</returns>
    Error? Check(OperationCall call);

    /// <summary>Checks the call, claims its Idempotency-Key, sends its message and answers.</summary>
    ValueTask<OperationAnswer> Run(OperationCall call, CancellationToken cancellationToken);
}
