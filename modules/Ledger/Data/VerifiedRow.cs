namespace Cryptocardium.Ledger.Data;

// A row of ledger_verified: the last verified journal of a lane, and the first one that is not as it was posted.
internal sealed class VerifiedRow
{
    public int Lane { get; set; }

    public long Sequence { get; set; }

    public required byte[] Hash { get; set; }

    public DateTimeOffset VerifiedAt { get; set; }

    public long? BadNo { get; set; }

    public string? Fault { get; set; }

    public DateTimeOffset? FoundAt { get; set; }
}
