namespace Cryptocardium.Cards.Domain;

// The outcomes of disputes, with the names of Lithic.
internal static class DisputeOutcomes
{
    /// <summary>The merchant accepted the dispute, or did not answer in time.</summary>
    public const string WonFirstChargeback = "won_first_chargeback";

    /// <summary>The merchant accepted the dispute, or did not answer in time, after it had contested it once.</summary>
    public const string WonPrearbitration = "won_prearbitration";

    /// <summary>The program pays, by an operator's decision.</summary>
    public const string ProgramCredit = "program_credit";

    /// <summary>The network rejected the dispute.</summary>
    public const string NetworkRejected = "network_rejected";

    /// <summary>The customer did not answer the merchant.</summary>
    public const string CaseLost = "case_lost";

    public const string PrearbitrationRejected = "prearbitration_rejected";

    /// <summary>The customer withdrew the dispute.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>The merchant refunded the whole amount.</summary>
    public const string Refunded = "refunded";

    public static bool IsWon(string end) => end is WonFirstChargeback or WonPrearbitration or ProgramCredit;
}
