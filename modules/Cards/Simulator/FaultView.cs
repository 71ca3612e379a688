using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Simulator;

// Converts a fault to the contract.
internal static class FaultView
{
    public static V1.Fault Show(Domain.Fault fault) => new()
    {
        Id = fault.Id,
        CreatedAt = fault.CreatedAt,
        UpdatedAt = fault.CreatedAt,
        Mode = fault.Mode.Text(),
        Type = fault.Type,
        LatencyMs = fault.LatencyMs,
        EndsAt = fault.EndsAt,
    };
}
