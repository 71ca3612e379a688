namespace Cryptocardium.Kernel;

/// <summary>The value of an operation that answers 204.</summary>
public sealed record NoContent
{
    /// <summary>The only instance.</summary>
    public static readonly NoContent Value = new();
}
