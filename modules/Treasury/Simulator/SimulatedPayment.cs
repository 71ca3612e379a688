using Cryptocardium.Kernel;

namespace Cryptocardium.Treasury.Simulator;

// A transfer that a simulation makes.
internal sealed record SimulatedPayment
{
    public required string Token { get; init; }

    public required Usd Amount { get; init; }

    // Blocks to mine on top of its own.
    public required int Confirmations { get; init; }

    // An address of the chain; null for one that nobody has seen before.
    public string? Sender { get; init; }

    // How long it is on its way to a block.
    public TimeSpan Delay { get; init; }

    public bool CannotSettle { get; init; }
}
