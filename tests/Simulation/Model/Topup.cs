namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>A top-up.</summary>
internal sealed class Topup
{
    public const string Pending = "pending";
    public const string Completed = "completed";
    public const string Expired = "expired";
    public const string Cancelled = "cancelled";
    public const string Error = "error";

    public const long Minimum = 20 * Money.Dollar;
    public const long LiveFrom = 200 * Money.Dollar;
    public const long LeastThatCompletes = Money.Dollar;

    public static readonly TimeSpan OpenFor = TimeSpan.FromMinutes(60);

    public required string Id { get; init; }

    public required Customer Owner { get; init; }

    public required string Chain { get; init; }

    /// <summary>The deposit address, to which no withdrawal is allowed.</summary>
    public required string Address { get; init; }

    public required long Amount { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public List<Deposit> Deposits { get; } = [];

    public string Status { get; set; } = Pending;

    public long Credited { get; set; }

    public bool IsLate { get; set; }

    public string Mode => Amount < LiveFrom ? Account.Sandbox : Account.Live;

    /// <summary>Whether it has a detected deposit, which new blocks can confirm.</summary>
    public bool IsSeen => Deposits.Exists(deposit => deposit.Status == Deposit.Detected);

    public bool AwaitsFinality => Deposits.Exists(deposit => deposit.KeepsTopupOpen);

    public bool CanBeCancelled(DateTimeOffset now) => Status == Pending && !AwaitsFinality && now < ExpiresAt;

    public bool IsOverdue(DateTimeOffset now) => Status == Pending && !AwaitsFinality && now >= ExpiresAt;
}
