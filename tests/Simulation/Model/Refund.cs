namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>A deposit that is returned to its sender.</summary>
internal sealed class Refund
{
    public required Topup Topup { get; init; }

    public required Deposit Deposit { get; init; }

    /// <summary>The booked amount; zero for a foreign token, which is not booked.</summary>
    public required long Booked { get; init; }

    /// <summary>The block of its transfer; null until it is sent.</summary>
    public long? Block { get; set; }

    public bool IsFinal => Deposit.Status == Deposit.Rejected
        && Topup.Owner.Height(Topup.Mode, Topup.Chain) - Block >= Chains.Confirmations(Topup.Chain);
}
