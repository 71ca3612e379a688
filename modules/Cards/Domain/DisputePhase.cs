namespace Cryptocardium.Cards.Domain;

// How far a dispute has come; a closed one stays where it ended.
internal static class DisputePhase
{
    /// <summary>With us: the customer adds evidence, then we send it to the network.</summary>
    public const string Filed = "filed";

    /// <summary>With the merchant, who accepts it or answers.</summary>
    public const string Submitted = "submitted";

    /// <summary>With the customer again, who can answer what the merchant said.</summary>
    public const string Representment = "representment";

    /// <summary>With the merchant for the last time.</summary>
    public const string PreArbitration = "pre_arbitration";
}
