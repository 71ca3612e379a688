using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Rails;

// Which adapter serves which mode. The sandbox is always simulated; so is live, until there is another adapter.
internal sealed class ChainRails(SimulatedChain simulated)
{
    // The configuration key of live mode's adapter.
    public const string LiveKey = "Rails:Live:Chain";

    private readonly Dictionary<Mode, IChain> chains = new() { [Mode.Live] = simulated, [Mode.Sandbox] = simulated };

    public SimulatedChain Simulated => simulated;

    public IChain For(Mode mode) => chains[mode];

    /// <exception cref="InvalidOperationException">There is no such adapter: better not to start than to simulate.</exception>
    public static void Verify(string? adapter)
    {
        if (adapter is not (null or SimulatedChain.Name))
        {
            throw new InvalidOperationException($"{LiveKey} is '{adapter}'; the only adapter is '{SimulatedChain.Name}'.");
        }
    }
}
