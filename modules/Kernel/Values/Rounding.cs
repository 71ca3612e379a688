namespace Cryptocardium.Kernel;

/// <summary>The direction of rounding to whole cents. There is no default.</summary>
public enum Rounding
{
    /// <summary>To the larger amount; used for fees.</summary>
    Up,

    /// <summary>To the smaller amount; used for credits to a customer.</summary>
    Down,
}
