namespace Cryptocardium.Kernel;

/// <summary>What the pipeline needs to know of a result, whatever its value.</summary>
public interface IOutcome
{
    /// <summary>The refusal, or null when there is a value.</summary>
    Error? Error { get; }

    /// <summary>The value as the contract's type, or null when it was refused.</summary>
    object? Body { get; }
}
