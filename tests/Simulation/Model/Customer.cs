namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>An account of the product, with everything it has.</summary>
internal sealed class Customer
{
    public required string Id { get; init; }

    public required string Email { get; init; }

    /// <summary>Whether a live deposit was ever credited.</summary>
    public bool IsInProduction { get; set; }

    public List<Topup> Topups { get; } = [];

    public List<Card> Cards { get; } = [];

    public List<Withdrawal> Withdrawals { get; } = [];

    public List<Refund> Refunds { get; } = [];

    public List<Authorization> Authorizations { get; } = [];

    public List<Captured> Captures { get; } = [];

    public List<MerchantRefund> MerchantRefunds { get; } = [];

    public List<Dispute> Disputes { get; } = [];

    /// <summary>The last use of a network reference, by mode and reference; refused repetitions do not count.</summary>
    public Dictionary<(string Mode, string Reference), DateTimeOffset> References { get; } = [];

    /// <summary>The height of each simulated chain, by mode and chain. Each customer has chains of its own.</summary>
    public Dictionary<(string Mode, string Chain), long> Heights { get; } = [];

    public string Mode => IsInProduction ? Account.Live : Account.Sandbox;

    public long Height(string mode, string chain) => Heights.GetValueOrDefault((mode, chain));

    public IEnumerable<Topup> Awaiting(string mode, string chain) =>
        Topups.Where(topup => topup.Mode == mode && topup.Chain == chain && topup.IsSeen);
}
