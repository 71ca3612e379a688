namespace Cryptocardium.Ledger.Data;

// How far the verifier has walked along a lane, and the first journal there that is not what it was posted as.
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
