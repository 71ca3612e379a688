namespace Cryptocardium.Kernel;

/// <summary>A message that is an operation of the contract.</summary>
public interface IOperationMessage
{
    /// <summary>Its line in the contract's table.</summary>
    static abstract OperationInfo Operation { get; }

    /// <summary>The same, for who holds only the message.</summary>
    OperationInfo Info { get; }
}
