namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>A deposit on its way back to its sender.</summary>
internal sealed class Refund
{
    public required Topup Topup { get; init; }

    public required Deposit Deposit { get; init; }

    /// <summary>What is set aside for it; zero for a token that stands in no book.</summary>
    public required long Booked { get; init; }

    /// <summary>The block that it stands in, or will; null until it was sent.</summary>
    public long? Block { get; set; }

    public bool IsFinal => Deposit.Status == Deposit.Rejected
        && Topup.Owner.Height(Topup.Mode, Topup.Chain) - Block >= Chains.Confirmations(Topup.Chain);
}
