namespace Cryptocardium.Tests.Simulation.Model;

/// <summary>A transfer to the address of a top-up.</summary>
internal sealed class Deposit
{
    /// <summary>Nothing was seen of it yet; no answer shows it.</summary>
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

    /// <summary>Blocks that are mined on top of it at once.</summary>
    public required int Depth { get; init; }

    /// <summary>When it reaches a block; null when it did.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>The height of its block; null while it stands in none.</summary>
    public long? Block { get; set; }

    public string Status { get; set; } = OnItsWay;

    /// <summary>Whether something can still become of it.</summary>
    public bool IsOpen => Status is OnItsWay or Detected or Dropped;

    public bool KeepsTopupOpen => Status == Detected && Token == Usdt;
}
