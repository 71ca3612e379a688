namespace Cryptocardium.Schema;

/// <summary>The contract itself is wrong, or uses what is outside the supported subset.</summary>
public sealed class ContractException(string message) : Exception(message);
