namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>A withdrawal.</summary>
internal sealed class Withdrawal
{
    public const string Created = "created";
    public const string Broadcasted = "broadcasted";
    public const string Confirmed = "confirmed";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    public const long Minimum = 10 * Money.Dollar;

    /// <summary>The time during which it can be cancelled.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);

    public required string Id { get; init; }

    public required Customer Owner { get; init; }

    public required string Mode { get; init; }

    public required string Chain { get; init; }

    public required long Amount { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string Status { get; set; } = Created;

    /// <summary>The block of its transfer; null until it is sent.</summary>
    public long? Block { get; set; }

    public long Fee => Chains.NetworkFee(Chain);

    public bool IsFinal => Status == Broadcasted && Owner.Height(Mode, Chain) - Block >= Chains.Confirmations(Chain);
}
