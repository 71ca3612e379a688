using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Simulator;

// A transfer to simulate.
internal sealed record SimulatedPayment
{
    public required string Asset { get; init; }

    public required Usd Amount { get; init; }

    // Blocks to mine after its own.
    public required int Confirmations { get; init; }

    // An address of the chain; null for a random one.
    public string? Sender { get; init; }

    // Until it is mined.
    public TimeSpan Delay { get; init; }

    public bool CannotSettle { get; init; }
}
