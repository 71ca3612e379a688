namespace Cryptocardium.Kernel;

/// <summary>A message that is an operation of the contract.</summary>
public interface IOperationMessage
{
    /// <summary>The operation of this message type.</summary>
    static abstract OperationInfo Operation { get; }

    /// <summary>The operation, by an instance of the message.</summary>
    OperationInfo Info { get; }
}
