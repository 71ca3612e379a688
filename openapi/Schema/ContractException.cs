namespace Cryptocardium.Schema;

/// <summary>The contract is invalid, or uses a keyword outside the supported subset.</summary>
public sealed class ContractException(string message) : Exception(message);
