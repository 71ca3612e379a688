using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Rails;

// The adapter of each mode. There is one adapter, the simulator, so it serves both modes.
internal sealed class ChainRails(IChain adapter)
{
    // The configuration key of live mode's adapter.
    public const string LiveKey = "Rails:Live:Chain";

    private readonly Dictionary<Mode, IChain> chains = new() { [Mode.Live] = adapter, [Mode.Sandbox] = adapter };

    public IChain For(Mode mode) => chains[mode];

    /// <summary>Checks the setting at startup, so that a mistyped adapter stops the host instead of being simulated.</summary>
    /// <exception cref="RemedyException">The setting names an adapter that does not exist.</exception>
    public static void Verify(string? configured, string adapter)
    {
        if (configured is not null && configured != adapter)
        {
            throw new RemedyException($"{LiveKey} is '{configured}'; the only adapter is '{adapter}'.");
        }
    }
}
