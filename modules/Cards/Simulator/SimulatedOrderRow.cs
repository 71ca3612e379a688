using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Simulator;

// An order that the simulated issuer carried out, with the number of times it was sent.
internal sealed class SimulatedOrderRow
{
    public required string Reference { get; init; }

    public required string CardId { get; init; }

    public required string Kind { get; init; }

    public Usd? AmountUsd { get; init; }

    public required int Times { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
