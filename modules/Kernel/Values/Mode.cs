namespace Cryptocardium.Kernel;

/// <summary>
/// The mode of a resource. Each mode has its own book, and no journal crosses books. Its text on the wire and in the database is the name in
/// lower case.
/// </summary>
public enum Mode
{
    /// <summary>Simulated rails, for integration.</summary>
    Sandbox = 0,

    /// <summary>Production rails.</summary>
    Live = 1,
}
