namespace Cryptocardium.Cards.Domain;

// The phases of a dispute. A closed dispute stays in its last phase.
internal static class DisputePhase
{
    /// <summary>The customer adds evidence; afterwards the dispute goes to the network.</summary>
    public const string Filed = "filed";

    /// <summary>The merchant accepts or contests the dispute.</summary>
    public const string Submitted = "submitted";

    /// <summary>The customer can answer the merchant.</summary>
    public const string Representment = "representment";

    /// <summary>The merchant's last turn.</summary>
    public const string PreArbitration = "pre_arbitration";
}
