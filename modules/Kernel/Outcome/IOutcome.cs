namespace Cryptocardium.Kernel;

/// <summary>A result without its value's type, for the pipeline.</summary>
public interface IOutcome
{
    /// <summary>The refusal; null when there is a value.</summary>
    Error? Error { get; }

    /// <summary>The value as the contract's type; null for a refusal.</summary>
    object? Body { get; }
}
