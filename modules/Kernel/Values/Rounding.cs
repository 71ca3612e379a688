namespace Cryptocardium.Kernel;

/// <summary>The direction in which a fraction of a cent is resolved. There is no default: the caller states it.</summary>
public enum Rounding
{
    /// <summary>Towards the larger amount; fees are rounded this way.</summary>
    Up,

    /// <summary>Towards the smaller amount; what a customer is credited is rounded this way.</summary>
    Down,
}
