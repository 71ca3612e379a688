namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>A transfer to the address of a top-up.</summary>
internal sealed class Deposit
{
    /// <summary>The deposit is not detected yet, so no response shows it.</summary>
    public const string OnItsWay = "";
    public const string Detected = "detected";
    public const string Credited = "credited";
    public const string Dropped = "dropped";
    public const string Rejected = "rejected";
    public const string Held = "held";
    public const string Returned = "returned";

    public const string Usdt = "USDT";

    public required long Received { get; init; }

    public required string Token { get; init; }

    /// <summary>Whether its sender is on the operator's list.</summary>
    public required bool IsDenied { get; init; }

    public required bool CannotSettle { get; init; }

    /// <summary>Blocks mined on top of it immediately.</summary>
    public required int Depth { get; init; }

    /// <summary>The time of its inclusion in a block; null once it is included.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>The height of its block; null while it is in none.</summary>
    public long? Block { get; set; }

    public string Status { get; set; } = OnItsWay;

    /// <summary>Whether its status can still change.</summary>
    public bool IsOpen => Status is OnItsWay or Detected or Dropped;

    public bool KeepsTopupOpen => Status == Detected && Token == Usdt;
}
