namespace Cryptocardium.Kernel;

/// <summary>
/// The two separate books of every account. No journal crosses from one to the other. On the wire and in the database the
/// lower-case name.
/// </summary>
public enum Mode
{
    /// <summary>Simulated rails, for integration.</summary>
    Sandbox = 0,

    /// <summary>Production rails.</summary>
    Live = 1,
}
